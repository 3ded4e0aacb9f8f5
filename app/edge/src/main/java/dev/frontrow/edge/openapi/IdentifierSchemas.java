package dev.frontrow.edge.openapi;

import dev.frontrow.edge.Identifier;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Describes identifiers as the opaque texts that they are to clients; that many are UUIDs is nothing to rely on. */
final class IdentifierSchemas implements ModelConverter {

    /** Swagger hands over a class, or what Jackson 2 calls one: {@code [simple type, class dev.frontrow.…]}. */
    private static final Pattern CLASS = Pattern.compile("(?:class |\\[simple type, class )?([\\w.$]+)]?");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType described, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        var asText = isIdentifier(described.getType()) ? described.type(String.class) : described;
        return others.next().resolve(asText, context, others);
    }

    private static boolean isIdentifier(Type type) {
        var named = CLASS.matcher(type.getTypeName());
        if (!named.matches() || !ClassUtils.isPresent(named.group(1), null)) {
            return false;
        }
        var described = ClassUtils.resolveClassName(named.group(1), null);
        return described == UUID.class || Identifier.class.isAssignableFrom(described);
    }
}
