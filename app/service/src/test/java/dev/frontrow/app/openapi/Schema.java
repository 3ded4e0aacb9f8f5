package dev.frontrow.app.openapi;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a body of the document looks like. */
public record Schema(JsonNode document, JsonNode schema) {

    /** A value of that form: what must be named, or where nothing must, all of which the document gives an example. */
    public JsonNode example() {
        return example(schema);
    }

    private JsonNode example(JsonNode of) {
        if (of.has("$ref")) {
            return example(document.at(of.path("$ref").asString().substring(1)));
        }
        if (of.has("example")) {
            return of.path("example");
        }
        return switch (of.path("type").asString("")) {
            case "object" -> object(of);
            case "array" -> JsonNodeFactory.instance.arrayNode().add(example(of.path("items")));
            case "string" -> JsonNodeFactory.instance.stringNode("a");
            case "integer" ->
                JsonNodeFactory.instance.numberNode(of.path("minimum").asInt(1));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode object(JsonNode of) {
        var object = JsonMapper.shared().createObjectNode();
        var required = StreamSupport.stream(of.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        of.path("properties").forEachEntry((name, property) -> {
            if (required.isEmpty() ? property.has("example") : required.contains(name)) {
                object.set(name, example(property));
            }
        });
        return object;
    }
}
