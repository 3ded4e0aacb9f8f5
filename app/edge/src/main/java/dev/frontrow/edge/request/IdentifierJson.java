package dev.frontrow.edge.request;

import dev.frontrow.edge.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Identifiers as clients send and get them: a text, and never a number. */
final class IdentifierJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    IdentifierJson() {
        super("identifiers");
        addSerializer(Identifier.class, ToStringSerializer.instance);
        setDeserializers(new Deserializers());
    }

    private static final class Deserializers extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return type.isTypeOrSubTypeOf(Identifier.class)
                    ? new Reader(type.getRawClass())
                    : super.findBeanDeserializer(type, config, description);
        }
    }

    private static final class Reader extends StdScalarDeserializer<Object> {

        /** Finds the type's static {@code of(String)}. */
        private static final ConversionService CONVERSIONS = DefaultConversionService.getSharedInstance();

        Reader(Class<?> type) {
            super(type);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? CONVERSIONS.convert(parser.getString(), handledType())
                    : context.handleUnexpectedToken(handledType(), parser);
        }
    }
}
