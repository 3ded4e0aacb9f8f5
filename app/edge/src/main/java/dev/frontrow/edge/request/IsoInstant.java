package dev.frontrow.edge.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads an instant from ISO-8601 with {@code Z} or an offset, of the years 1 to 9999, to the microsecond that the database
 * holds; never from a number, whose unit nobody could tell.
 */
final class IsoInstant extends StdScalarDeserializer<Instant> {

    private static final int YEAR_MAX = 9999;

    IsoInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var text = parser.getString();
        try {
            var instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= YEAR_MAX) {
                return instant;
            }
        } catch (DateTimeException notATime) {
            return refuse(text, context);
        }
        return refuse(text, context);
    }

    private static Instant refuse(String text, DeserializationContext context) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an ISO-8601 instant");
    }
}
