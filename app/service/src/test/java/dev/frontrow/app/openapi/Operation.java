package dev.frontrow.app.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the OpenAPI document describes it, so that tests of all operations know of a new one by themselves.
 *
 * @param path with its variables in braces
 * @param body of what it takes; of nothing where it takes none
 */
public record Operation(String method, String path, JsonNode description, Optional<Schema> body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** Those of the document, in its order. */
    public static List<Operation> of(JsonNode document) {
        var operations = new ArrayList<Operation>();
        document.required("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, description) -> {
                    var content = description.at("/requestBody/content");
                    var body = content.isEmpty()
                            ? Optional.<Schema>empty()
                            : Optional.of(new Schema(
                                    document, content.iterator().next().required("schema")));
                    operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, description, body));
                }));
        return operations;
    }

    /** Whether it is for people who are logged in alone. */
    public boolean needsBearer() {
        return !description.path("security").isEmpty();
    }

    public boolean isForAdmins() {
        return path.startsWith("/api/v1/admin/");
    }

    /** The names of its parameters in the path, the query or the headers, as {@code place} says. */
    public List<String> parameters(String place) {
        return description
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** Its path with these values for its variables, as they are; a variable without one stands for itself. */
    public String at(Map<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(variable ->
                        Matcher.quoteReplacement(values.getOrDefault(variable.group(1), variable.group(1))));
    }

    /** A body that it may take, if it takes one. */
    public @Nullable String exampleBody() {
        return body.map(schema -> schema.example().toString()).orElse(null);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
