package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;
import static dev.frontrow.docs.generator.OpenApi.mapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI document, to read: every operation with its parameters, answers and refusals, and every representation. */
final class RestReference {

    private static final Pattern CODE_IN_EXAMPLE = Pattern.compile("\"?code\"?[:=]\\s*\"?([a-z]+(?:-[a-z]+)*)");

    /** A word in backticks, or one with dashes, which is no other word of English when it is a code. */
    private static final Pattern CODE_IN_TEXT =
            Pattern.compile("`([a-z]+(?:-[a-z]+)*)`|(?<![\\w`/-])([a-z]+(?:-[a-z]+)+)(?![\\w`/-])");

    private final Map<String, Object> document;
    private final Problems problems;

    /** By tag. */
    private final Map<String, List<Section>> sections = new TreeMap<>();

    RestReference(OpenApi openApi, Problems problems) {
        this.document = openApi.document();
        this.problems = problems;
        mapped(document.get("paths"))
                .forEach((path, operations) -> mapped(operations).forEach((method, operation) -> {
                    if (isDescribed(path) && operation instanceof Map<?, ?>) {
                        var tags = mapped(operation).get("tags") instanceof List<?> named && !named.isEmpty()
                                ? String.valueOf(named.getFirst())
                                : "Other";
                        sections.computeIfAbsent(tags, none -> new ArrayList<>())
                                .add(new Section(method.toUpperCase(Locale.ROOT) + " " + path, mapped(operation)));
                    }
                }));
    }

    /** Whether the reference has a section for what is at that path. */
    static boolean isDescribed(String path) {
        return path.startsWith("/api/");
    }

    void writeTo(Documents documents) {
        var markdown = Markdown.titled("REST reference")
                .paragraph("From the OpenAPI document, which is " + link("openapi.yaml", "../openapi.yaml")
                        + " here, and `/v3/api-docs` and `/swagger-ui.html` at the running service.");
        markdown.table(
                List.of("Operation", "What it does", "Needs"),
                sections.values().stream()
                        .flatMap(List::stream)
                        .map(section -> List.of(
                                link(code(section.name()), "#" + Markdown.anchor(section.name())),
                                text(section.operation(), "summary"),
                                needs(section))));
        sections.forEach((tag, tagged) -> {
            markdown.heading(2, tag).paragraph(describedTag(tag));
            tagged.forEach(section -> write(section, markdown));
        });
        markdown.heading(2, "Representations");
        mapped(mapped(document.get("components")).get("schemas"))
                .forEach((name, schema) -> write(name, mapped(schema), markdown));
        documents.add("docs/generated/rest.md", markdown);
    }

    /** The operations that answer with a problem, by its code, without those that any request may meet. */
    Map<String, List<String>> answering() {
        var general =
                mapped(mapped(document.get("components")).get("responses")).keySet();
        var answering = new TreeMap<String, List<String>>();
        sections.values().stream()
                .flatMap(List::stream)
                .forEach(section -> mapped(section.operation().get("responses")).values().stream()
                        .flatMap(answer -> codes(mapped(answer)).stream())
                        .distinct()
                        .filter(code -> !general.contains(code))
                        .forEach(code -> answering
                                .computeIfAbsent(code, none -> new ArrayList<>())
                                .add(section.name())));
        return answering;
    }

    private record Section(String name, Map<String, Object> operation) {}

    private String describedTag(String tag) {
        return document.get("tags") instanceof List<?> tags
                ? tags.stream()
                        .map(OpenApi::mapped)
                        .filter(described -> tag.equals(described.get("name")))
                        .map(described -> text(described, "description"))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private void write(Section section, Markdown markdown) {
        var operation = section.operation();
        markdown.heading(3, section.name())
                .paragraph("**" + text(operation, "summary") + ".** " + linked(text(operation, "description")))
                .paragraph(
                        "Needs: " + needs(section) + ". Operation id: " + code(text(operation, "operationId")) + ".");
        if (operation.get("parameters") instanceof List<?> parameters && !parameters.isEmpty()) {
            markdown.table(
                    List.of("Parameter", "In", "Type", "Meaning"),
                    parameters.stream()
                            .map(OpenApi::mapped)
                            .map(parameter -> List.of(
                                    code(text(parameter, "name"))
                                            + (Boolean.TRUE.equals(parameter.get("required")) ? " (required)" : ""),
                                    text(parameter, "in"),
                                    type(mapped(parameter.get("schema"))),
                                    linked(text(parameter, "description")))));
        }
        mapped(mapped(operation.get("requestBody")).get("content"))
                .forEach((media, content) -> markdown.paragraph("Body: " + code(media) + ", "
                        + type(mapped(mapped(content).get("schema")))));
        var answers = mapped(operation.get("responses"));
        markdown.table(
                List.of("Answer", "Meaning", "Body", "Headers", "Problems"),
                answers.entrySet().stream()
                        .filter(answer -> !mapped(answer.getValue()).containsKey("$ref"))
                        .map(answer -> List.of(
                                answer.getKey(),
                                linked(text(mapped(answer.getValue()), "description")),
                                bodies(mapped(answer.getValue())),
                                headers(mapped(answer.getValue())),
                                codes(mapped(answer.getValue())).stream()
                                        .map(this::problem)
                                        .collect(Collectors.joining(", ")))));
        var general = answers.entrySet().stream()
                .filter(answer -> mapped(answer.getValue()).get("$ref") instanceof String)
                .map(answer -> answer.getKey() + " " + shared(text(mapped(answer.getValue()), "$ref")))
                .collect(Collectors.joining(", "));
        markdown.paragraph(general.isEmpty() ? "" : "And what any request may meet: " + general + ".");
    }

    private String shared(String reference) {
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        var headers = mapped(mapped(mapped(mapped(document.get("components")).get("responses"))
                                .get(name))
                        .get("headers"))
                .keySet()
                .stream()
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        return (problems.isKnown(name) ? problem(name) : code(name)) + (headers.isEmpty() ? "" : " with " + headers);
    }

    private String headers(Map<String, Object> answer) {
        return mapped(answer.get("headers")).entrySet().stream()
                .map(header -> code(header.getKey()) + ": "
                        + linked(text(mapped(header.getValue()), "description")).replaceAll("\\.$", ""))
                .collect(Collectors.joining(". "));
    }

    private String needs(Section section) {
        var needs = new ArrayList<String>();
        if (isSecured(section.operation())) {
            needs.add("a user's token" + (section.name().contains(" /api/v1/admin/") ? " with the scope `admin`" : ""));
        }
        if (section.operation().get("parameters") instanceof List<?> parameters
                && parameters.stream()
                        .anyMatch(parameter ->
                                "Queue-Token".equals(mapped(parameter).get("name")))) {
            needs.add("a queue token");
        }
        return needs.isEmpty() ? "nothing" : String.join(", ", needs);
    }

    private String bodies(Map<String, Object> answer) {
        return mapped(answer.get("content")).entrySet().stream()
                .filter(content -> !content.getKey().equals("application/problem+json"))
                .map(content -> type(mapped(mapped(content.getValue()).get("schema")))
                        + (content.getKey().equals("application/json") ? "" : " as " + code(content.getKey())))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The problem codes that an answer's examples show or its description names. */
    private Set<String> codes(Map<String, Object> answer) {
        var codes = new TreeSet<String>();
        if (mapped(answer.get("content")).containsKey("application/problem+json")) {
            Stream.concat(
                            CODE_IN_EXAMPLE
                                    .matcher(String.valueOf(answer.get("content")))
                                    .results()
                                    .map(found -> found.group(1)),
                            CODE_IN_TEXT
                                    .matcher(text(answer, "description"))
                                    .results()
                                    .map(RestReference::word))
                    .filter(problems::isKnown)
                    .forEach(codes::add);
        }
        return codes;
    }

    private String problem(String code) {
        return link(code(code), "problems.md#" + Markdown.anchor(code));
    }

    private String linked(String text) {
        return CODE_IN_TEXT
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(problems.isKnown(word(found)) ? problem(word(found)) : found.group()));
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private boolean isSecured(Map<String, Object> operation) {
        var required = operation.containsKey("security") ? operation.get("security") : document.get("security");
        return required instanceof List<?> alternatives
                && !alternatives.isEmpty()
                && alternatives.stream()
                        .noneMatch(alternative -> mapped(alternative).isEmpty());
    }

    private void write(String name, Map<String, Object> schema, Markdown markdown) {
        markdown.heading(3, name).paragraph(linked(text(schema, "description")));
        if (schema.get("enum") instanceof List<?>) {
            markdown.paragraph(type(schema));
        }
        var required = schema.get("required") instanceof List<?> names ? names : List.of();
        var properties = mapped(schema.get("properties"));
        if (!properties.isEmpty()) {
            markdown.table(
                    List.of("Property", "Type", "Meaning", "Example"),
                    properties.entrySet().stream()
                            .map(property -> List.of(
                                    code(property.getKey())
                                            + (required.contains(property.getKey()) ? " (required)" : ""),
                                    type(mapped(property.getValue())),
                                    linked(text(mapped(property.getValue()), "description")),
                                    code(text(mapped(property.getValue()), "example")
                                            .replaceAll("\\s+", " ")))));
        }
    }

    private String type(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return link(name, "#" + Markdown.anchor(name));
        }
        for (var several : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.get(several) instanceof List<?> alternatives) {
                return alternatives.stream()
                        .map(OpenApi::mapped)
                        .map(this::type)
                        .collect(Collectors.joining(" or "));
            }
        }
        var named = schema.get("type") instanceof List<?> types
                ? types.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                : text(schema, "type");
        if (named.startsWith("array")) {
            return "list of " + type(mapped(schema.get("items")));
        }
        if (schema.get("enum") instanceof List<?> values) {
            return values.stream().map(value -> code(String.valueOf(value))).collect(Collectors.joining(", "));
        }
        var format = text(schema, "format");
        var limits = Stream.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default")
                .filter(schema::containsKey)
                .map(limit -> limit + " " + schema.get(limit))
                .collect(Collectors.joining(", "));
        return named + (format.isEmpty() ? "" : " (" + format + ")") + (limits.isEmpty() ? "" : ", " + limits);
    }

    private static String text(Map<String, Object> from, String name) {
        var value = from.get(name);
        return value == null ? "" : String.valueOf(value);
    }
}
