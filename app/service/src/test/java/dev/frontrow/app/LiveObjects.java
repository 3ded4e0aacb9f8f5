package dev.frontrow.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a Java process keeps in memory and needs, as the JDK's tools tell it. */
public final class LiveObjects {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveObjects() {}

    /** The bytes of all objects of a process that can be reached, after a collection; not a number without a JDK. */
    public static double bytes(long pid) {
        try {
            var histogram = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var total = TOTAL.matcher(new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return total.find() ? Double.parseDouble(total.group(1)) : Double.NaN;
        } catch (IOException noJdk) {
            return Double.NaN;
        }
    }
}
