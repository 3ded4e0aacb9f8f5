package dev.frontrow.app.docs;

import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that main sources name on their own, in placeholders and conditions, beside those of property records. */
final class NamedSettings {

    /** A property, and the default that it is named with. */
    record Named(String property, Optional<String> defaultValue, String file) {}

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(frontrow\\.[\\w.-]+)(?::([^}]*))?}");
    private static final Pattern CONDITION = Pattern.compile("@ConditionalOn\\w*Property\\w*\\(([^)]*)\\)");
    private static final Pattern PREFIX = Pattern.compile("prefix\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern NOT_A_NAME = Pattern.compile("(?:prefix|havingValue)\\s*=\\s*\"[^\"]*\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Path repository;

    NamedSettings(Path repository) {
        this.repository = repository;
    }

    /** Those that {@code settings} don't describe, or describe with another default. */
    List<String> notIn(Settings settings) throws IOException {
        var missing = new ArrayList<String>();
        for (var named : all()) {
            var described = settings.find(named.property());
            if (described.isEmpty()) {
                missing.add(named.file() + ": " + named.property() + " is described nowhere");
            } else if (named.defaultValue().isPresent()
                    && !named.defaultValue().get().equals(described.get().defaultValue())) {
                missing.add("%s: %s is %s by default, and described as %s"
                        .formatted(
                                named.file(),
                                named.property(),
                                named.defaultValue().get(),
                                described.get().defaultValue()));
            }
        }
        return missing;
    }

    private List<Named> all() throws IOException {
        var named = new ArrayList<Named>();
        for (var artifact : Project.artifacts(repository)) {
            var sources = artifact.resolve("src/main");
            if (Files.isDirectory(sources)) {
                try (var files = Files.walk(sources)) {
                    for (var file : files.filter(path -> path.toString().matches(".*\\.(java|ya?ml|properties)"))
                            .sorted()
                            .toList()) {
                        in(Files.readString(file), repository.relativize(file).toString())
                                .forEach(named::add);
                    }
                }
            }
        }
        return named;
    }

    private static Stream<Named> in(String text, String file) {
        return Stream.concat(
                PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(found -> new Named(found.group(1), Optional.ofNullable(found.group(2)), file)),
                CONDITION
                        .matcher(text)
                        .results()
                        .flatMap(found -> conditions(found.group(1)))
                        .filter(property -> property.startsWith("frontrow."))
                        .map(property -> new Named(property, Optional.empty(), file)));
    }

    private static Stream<String> conditions(String attributes) {
        var prefix = PREFIX.matcher(attributes)
                .results()
                .findFirst()
                .map(found -> found.group(1).endsWith(".") ? found.group(1) : found.group(1) + ".")
                .orElse("");
        return QUOTED.matcher(NOT_A_NAME.matcher(attributes).replaceAll(""))
                .results()
                .map(found -> prefix + found.group(1));
    }
}
