package dev.frontrow.edge.request;

import java.time.DateTimeException;
import java.time.Duration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a duration from ISO-8601, in days and smaller; never from a number, whose unit nobody could tell. */
final class IsoDuration extends StdScalarDeserializer<Duration> {

    IsoDuration() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Duration) context.handleUnexpectedToken(Duration.class, parser);
        }
        var text = parser.getString();
        try {
            return Duration.parse(text);
        } catch (DateTimeException noDuration) {
            return (Duration) context.handleWeirdStringValue(Duration.class, text, "not an ISO-8601 duration");
        }
    }
}
