package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import dev.frontrow.docs.generator.Code.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The service's own settings, from the metadata that the build makes of the property records and of what is described beside them. */
final class Settings {

    record Setting(String name, String type, String defaultValue, String meaning, String source) {}

    private record Metadata(List<Property> properties) {}

    private record Property(
            String name,
            String type,
            @Nullable Object defaultValue,
            @Nullable String description,
            String sourceType) {

        Setting setting() {
            return new Setting(
                    name,
                    type.replaceAll("[\\w.]+\\.(\\w+)", "$1").replace('$', '.'),
                    defaultValue instanceof List<?> values
                            ? values.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            : Objects.toString(defaultValue, ""),
                    Objects.requireNonNullElse(description, "")
                            .replaceAll("\\s+", " ")
                            .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`"),
                    sourceType);
        }
    }

    private final List<Setting> settings;

    Settings() {
        var found = new TreeMap<String, Setting>();
        try {
            for (var url : Collections.list(
                    Settings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                try (var json = url.openStream()) {
                    JsonMapper.shared().readValue(json, Metadata.class).properties().stream()
                            .filter(property -> property.name().startsWith("frontrow."))
                            .forEach(property -> found.put(property.name(), property.setting()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.settings = List.copyOf(found.values());
    }

    Optional<Setting> find(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    Stream<Setting> of(Module module) {
        return settings.stream().filter(setting -> setting.source().startsWith(module.base() + "."));
    }

    void writeTo(Documents documents, List<Module> modules) {
        var document =
                Markdown.titled("Settings").paragraph("""
                        Spring properties: as `--name=value` on the command line, in `application.yaml`, or as environment
                        variables by Spring Boot's rules (`frontrow.queue.max-active` is `FRONTROW_QUEUE_MAXACTIVE`). A value
                        that makes no sense stops the start. Spring Boot's own settings (`server.port`,
                        `spring.datasource.url`, …) are described in the guide for %s.""".formatted(link("operating", "../guides/operating.md")));
        modules.stream()
                .sorted(Comparator.comparing(Module::name))
                .filter(module -> of(module).findAny().isPresent())
                .forEach(module -> document.heading(2, module.title())
                        .table(
                                List.of("Property", "Type", "Default", "Meaning"),
                                of(module)
                                        .map(setting -> List.of(
                                                code(setting.name()),
                                                code(setting.type()),
                                                code(setting.defaultValue()),
                                                setting.meaning()))));
        documents.add("docs/generated/settings.md", document);
    }
}
