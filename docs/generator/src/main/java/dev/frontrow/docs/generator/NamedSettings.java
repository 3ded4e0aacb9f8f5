package dev.frontrow.docs.generator;

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

    private final Repository repository;

    NamedSettings(Repository repository) {
        this.repository = repository;
    }

    /** Those that {@code settings} don't describe, or describe with another default. */
    List<String> notIn(Settings settings) {
        var missing = new ArrayList<String>();
        for (var named : repository.service().flatMap(this::in).toList()) {
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

    private Stream<Named> in(Path source) {
        var file = repository.path(source);
        if (!file.matches(".*\\.(java|ya?ml|properties)")) {
            return Stream.empty();
        }
        var text = Repository.read(source);
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
