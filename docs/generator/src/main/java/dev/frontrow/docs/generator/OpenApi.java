package dev.frontrow.docs.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document as the running service has it, in an order that is the same on every machine. */
final class OpenApi {

    private static final List<String> METHODS = List.of("parameters", "get", "post", "put", "patch", "delete");
    private static final List<String> UNORDERED =
            List.of("paths", "schemas", "responses", "headers", "securitySchemes", "parameters", "examples", "content");

    /** Stands for what is in no order of its own: examples of errors, which come as unordered maps. */
    private static final String SORTED = "errors[]";

    private final Map<String, Object> document;

    OpenApi(String json) {
        var read = JsonMapper.shared().readValue(json, Map.class);
        this.document = mapped(ordered("", read));
        document.put("servers", List.of(new TreeMap<>(Map.of("url", "/", "description", "the service itself"))));
        document.put("tags", tags(document.get("tags")));
    }

    /** Each tag once, as the one that says most about it does. */
    private static List<Object> tags(@Nullable Object tags) {
        var byName = new TreeMap<String, Object>();
        if (tags instanceof List<?> all) {
            for (var tag : all) {
                byName.merge(
                        String.valueOf(mapped(tag).get("name")),
                        tag,
                        (one, other) -> Stream.of(one, other)
                                .max(Comparator.comparing((Object described) -> String.valueOf(
                                                        mapped(described).get("description"))
                                                .length())
                                        .thenComparing(String::valueOf))
                                .orElseThrow());
            }
        }
        return List.copyOf(byName.values());
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> mapped(@Nullable Object map) {
        return map instanceof Map<?, ?> ? (Map<String, Object>) map : Map.of();
    }

    private static Object ordered(String name, Object value) {
        if (value instanceof List<?> list) {
            var elements = new ArrayList<>();
            list.forEach(element -> elements.add(ordered(name.equals("errors") ? SORTED : "", element)));
            return elements;
        }
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, Object> sorted =
                UNORDERED.contains(name) || name.equals(SORTED) ? new TreeMap<>() : new LinkedHashMap<>();
        mapped(value).entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> Math.max(METHODS.indexOf(entry.getKey()), -1)))
                .forEach(entry -> sorted.put(entry.getKey(), ordered(entry.getKey(), entry.getValue())));
        return new LinkedHashMap<>(sorted);
    }

    Map<String, Object> document() {
        return document;
    }

    void writeTo(Documents documents) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        options.setSplitLines(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setDereferenceAliases(true);
        documents.add(
                "docs/openapi.yaml",
                "# Generated from the running service: change the controllers, then run ./mvnw -Pdocs test\n"
                        + new Yaml(options).dump(document));
    }
}
