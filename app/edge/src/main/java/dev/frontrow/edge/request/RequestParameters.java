package dev.frontrow.edge.request;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads what operations of several modules take beside their content: who asks, under which key, which page, what they have seen
 * of what they change.
 */
final class RequestParameters implements HandlerMethodArgumentResolver {

    private static final String INVALID = "is not valid";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

    private static final Map<Class<?>, Function<NativeWebRequest, @Nullable Object>> READERS = Map.of(
            UserId.class, RequestParameters::user,
            IdempotencyKey.class, RequestParameters::idempotencyKey,
            PageRequest.class, RequestParameters::page,
            IfMatch.class, RequestParameters::ifMatch);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return READERS.containsKey(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Objects.requireNonNull(READERS.get(parameter.getParameterType())).apply(request);
    }

    private static UserId user(NativeWebRequest request) {
        var user = request.getUserPrincipal();
        if (user == null) {
            throw new IllegalStateException("an operation that belongs to a user was reached without one");
        }
        return new UserId(user.getName());
    }

    private static @Nullable IdempotencyKey idempotencyKey(NativeWebRequest request) {
        var keys = request.getHeaderValues(IdempotencyKey.HEADER);
        if (keys == null || keys.length == 0) {
            return null;
        }
        try {
            return new IdempotencyKey(once(keys));
        } catch (IllegalArgumentException notAKey) {
            throw new InvalidRequest(IdempotencyKey.HEADER, INVALID);
        }
    }

    private static PageRequest page(NativeWebRequest request) {
        var limit = request.getParameter("limit");
        if (limit != null && !LIMIT.matcher(limit).matches()) {
            throw new InvalidRequest("limit", INVALID);
        }
        var cursor = request.getParameter("cursor");
        return new PageRequest(
                limit == null ? PageRequest.LIMIT_DEFAULT : Integer.parseInt(limit),
                cursor == null ? null : new Cursor(cursor));
    }

    private static @Nullable IfMatch ifMatch(NativeWebRequest request) {
        var lines = request.getHeaderValues(HttpHeaders.IF_MATCH);
        if (lines == null || lines.length == 0) {
            return null;
        }
        try {
            return IfMatch.of(List.of(lines));
        } catch (IllegalArgumentException noTag) {
            throw new InvalidRequest(HttpHeaders.IF_MATCH, INVALID);
        }
    }

    private static String once(String[] values) {
        if (values.length > 1) {
            throw new IllegalArgumentException("given " + values.length + " times");
        }
        return values[0];
    }
}
