package dev.frontrow.edge.problem;

import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.Identifier;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says in plain words where and why a body can't be read; nothing of the parser's own words reaches the client. */
final class UnreadableBody {

    private static final int CAUSES_MAX = 32;

    private UnreadableBody() {}

    static FieldProblem of(HttpMessageNotReadableException unreadable) {
        var causes = Stream.iterate(unreadable.getCause(), cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .toList();
        if (causes.isEmpty()) {
            return new FieldProblem(FieldProblem.BODY, "is missing");
        }
        if (causes.stream().anyMatch(CharacterCodingException.class::isInstance)) {
            return new FieldProblem(FieldProblem.BODY, "is not UTF-8");
        }
        return causes.stream()
                .filter(JacksonException.class::isInstance)
                .map(JacksonException.class::cast)
                .findFirst()
                .map(cause -> new FieldProblem(path(cause), message(cause)))
                .orElseGet(() -> new FieldProblem(FieldProblem.BODY, "can't be read"));
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String message(JacksonException failure) {
        return switch (failure) {
            case PropertyBindingException _ -> "is not a known property";
            case InvalidFormatException format
            when isMalformedText(format) -> "must not contain NUL or half of a surrogate pair";
            case MismatchedInputException mismatch
            when says(mismatch, "Trailing token") -> "has something after its end";
            case MismatchedInputException mismatch -> "must be " + expected(mismatch.getTargetType());
            case StreamConstraintsException _ -> "is nested too deeply, or has too long a number or name";
            case InputCoercionException _ -> "is out of range";
            case UnexpectedEndOfInputException _ -> "ends too early";
            case StreamReadException duplicate when says(duplicate, "Duplicate") -> "has a property twice";
            case StreamReadException syntax -> {
                var location = syntax.getLocation();
                yield location == null
                        ? "is not JSON"
                        : "is not JSON at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
            }
            default -> "is not valid";
        };
    }

    private static boolean isMalformedText(InvalidFormatException failure) {
        return failure.getTargetType() == String.class && failure.getValue() instanceof String;
    }

    private static boolean says(JacksonException failure, String beginning) {
        var message = failure.getOriginalMessage();
        return message != null && message.startsWith(beginning);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class || Identifier.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-12-24T10:00:00Z";
        }
        if (type == Long.class || type == long.class || type == Integer.class || type == int.class) {
            return "an integer within its range";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return type.isRecord() ? "an object" : "of another type";
    }
}
