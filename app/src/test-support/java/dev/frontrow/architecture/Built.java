package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;

/**
 * Where a class was built.
 *
 * @param folder the Maven module's
 * @param forTests whether it is test code
 */
record Built(Path folder, boolean forTests) {

    private static final String TARGET = "/target/";

    static Built of(JavaClass type) {
        var address = type.getSource()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " comes from nowhere"))
                .getUri()
                .toString()
                .replaceFirst("^jar:", "")
                .replaceFirst("!.*$", "");
        var target = address.indexOf(TARGET);
        if (target < 0) {
            throw new IllegalStateException(
                    type.getName() + " was not built here; build it together with what it needs (-am): " + address);
        }
        return new Built(
                Path.of(java.net.URI.create(address.substring(0, target))),
                address.startsWith("test-classes/", target + TARGET.length()));
    }
}
