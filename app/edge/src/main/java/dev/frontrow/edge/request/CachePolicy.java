package dev.frontrow.edge.request;

import dev.frontrow.edge.Access;
import dev.frontrow.edge.KeptBy;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says who may keep an answer, where the operation has not said so itself. */
@RestControllerAdvice
public class CachePolicy implements ResponseBodyAdvice<Object> {

    /** Looked up for every answer, so it is not read from the annotations each time; nothing for what is not of the API. */
    private final Map<Operation, Optional<String>> policies = new ConcurrentHashMap<>();

    /**
     * What the operation says, or else what follows from whose it is: what belongs to a user stays with the user, only a read is
     * kept at all, and an admin's never.
     */
    public static String of(Method operation, Class<?> controller) {
        var said = operation.getAnnotation(KeptBy.class);
        if (said != null) {
            return said.value();
        }
        var mapping = AnnotatedElementUtils.findMergedAnnotation(operation, RequestMapping.class);
        var isRead = mapping != null && mapping.method().length > 0 && mapping.method()[0] == RequestMethod.GET;
        return switch (Access.of(operation, controller)) {
            case OPEN -> isRead ? "no-cache" : "no-store";
            case USER -> isRead ? "private, no-cache" : "no-store";
            case ADMIN -> "no-store";
        };
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var method = returnType.getMethod();
        var headers = response.getHeaders();
        if (method != null && !(body instanceof ProblemDetail) && !headers.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            policies.computeIfAbsent(new Operation(method, returnType.getContainingClass()), Operation::policy)
                    .ifPresent(policy -> headers.set(HttpHeaders.CACHE_CONTROL, policy));
        }
        return body;
    }

    private record Operation(Method method, Class<?> controller) {

        Optional<String> policy() {
            return Access.isOfApi(method, controller) ? Optional.of(of(method, controller)) : Optional.empty();
        }
    }
}
