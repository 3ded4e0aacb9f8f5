package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a class was built.
 *
 * @param folder the Maven module's
 * @param forTests whether it is test code
 */
record Built(Path folder, boolean forTests) {

    private static final Pattern PLACE = Pattern.compile("^(.*)/target/(?:(test-)?classes/.*|[^/]+\\.jar)$");

    static Built of(JavaClass type) {
        var address = type.getSource()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " comes from nowhere"))
                .getUri()
                .toString()
                .replaceFirst("^jar:", "")
                .replaceFirst("!.*$", "");
        var place = PLACE.matcher(address);
        if (!place.matches()) {
            throw new IllegalStateException(
                    type.getName() + " was not built here; build it together with what it needs (-am): " + address);
        }
        return new Built(Path.of(URI.create(place.group(1))), place.group(2) != null);
    }
}
