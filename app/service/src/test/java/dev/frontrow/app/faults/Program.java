package dev.frontrow.app.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine that the service is tried with, where they are installed. */
final class Program {

    /** Where servers are, which the path of an ordinary user leaves out. */
    private static final String FOR_SERVERS = "/usr/sbin";

    private Program() {}

    static Optional<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + FOR_SERVERS;
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }

    static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }
}
