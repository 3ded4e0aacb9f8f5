package dev.frontrow.edge.request;

import dev.frontrow.edge.Given;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Tells members of a merge patch that were left out from those that are null. */
final class MergePatchJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    MergePatchJson() {
        super("merge-patch");
        addDeserializer(Given.class, new Reader(null));
    }

    private static final class Reader extends ValueDeserializer<Given<?>> {

        private final @Nullable ValueDeserializer<?> content;

        Reader(@Nullable ValueDeserializer<?> content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            var type = context.getContextualType().containedTypeOrUnknown(0);
            return new Reader(context.findContextualValueDeserializer(type, property));
        }

        @Override
        public Given<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (content == null) {
                throw new IllegalStateException("it is not known what is given");
            }
            return Given.of(content.deserialize(parser, context));
        }

        @Override
        public Given<?> getNullValue(DeserializationContext context) {
            return Given.of(null);
        }

        @Override
        public Given<?> getAbsentValue(DeserializationContext context) {
            return Given.not();
        }
    }
}
