package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import dev.frontrow.docs.generator.Code.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's own settings, from the metadata that the build makes of the property records and of what is described beside them. */
final class Settings {

    record Setting(String name, String type, String defaultValue, String meaning, String source) {}

    private final List<Setting> settings;

    Settings() {
        var found = new TreeMap<String, Setting>();
        try {
            for (var url : Collections.list(
                    Settings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                try (var json = url.openStream()) {
                    JsonMapper.shared().readTree(json).path("properties").forEach(property -> {
                        var setting = setting(property);
                        if (setting.name().startsWith("frontrow.")) {
                            found.put(setting.name(), setting);
                        }
                    });
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        this.settings = List.copyOf(found.values());
    }

    private static Setting setting(JsonNode property) {
        return new Setting(
                property.path("name").asString(""),
                property.path("type")
                        .asString("")
                        .replaceAll("[\\w.]+\\.(\\w+)", "$1")
                        .replace('$', '.'),
                value(property.path("defaultValue")),
                property.path("description")
                        .asString("")
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`"),
                property.path("sourceType").asString(""));
    }

    private static String value(JsonNode value) {
        if (value.isArray()) {
            var values = new ArrayList<String>();
            value.forEach(element -> values.add(element.asString()));
            return String.join(", ", values);
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
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
