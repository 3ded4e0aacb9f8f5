package dev.frontrow.app.security;

import dev.frontrow.edge.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Tells whose the operation is that a request asks for, and whether there is one at all. Where there is none, there is nothing to protect,
 * and 404 or 405 says more than 401.
 */
@Component
class KnownOperations {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Supplier<List<OpenOperation>> open = SingletonSupplier.of(this::openOperations);

    KnownOperations(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Whether the request asks for an operation that is open to all. */
    boolean isOpen(HttpServletRequest request) {
        return withParsedPath(
                request,
                () -> open.get().stream()
                        .anyMatch(operation -> operation.methods().contains(request.getMethod())
                                && operation.path().matches(pathOf(request))));
    }

    /** Whether a controller would take the request; in doubt, one would. */
    boolean include(HttpServletRequest request) {
        return withParsedPath(request, () -> {
            try {
                return isFound(request);
            } catch (LookupRefused refused) {
                return !(refused.getCause() instanceof HttpRequestMethodNotSupportedException);
            }
        });
    }

    /** What operations are mapped to: the path below the context path. */
    private static PathContainer pathOf(HttpServletRequest request) {
        return ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
    }

    private static boolean withParsedPath(HttpServletRequest request, BooleanSupplier answer) {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            return answer.getAsBoolean();
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private List<OpenOperation> openOperations() {
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(mapped ->
                        mapped.getValue().getBeanType().getPackageName().startsWith("dev.frontrow"))
                .filter(mapped -> Access.of(
                                mapped.getValue().getMethod(), mapped.getValue().getBeanType())
                        == Access.OPEN)
                .flatMap(mapped ->
                        paths(mapped.getKey()).map(path -> new OpenOperation(methods(mapped.getKey()), path)))
                .toList();
    }

    private static Stream<PathPattern> paths(RequestMappingInfo mapping) {
        var paths = mapping.getPathPatternsCondition();
        return paths == null ? Stream.of() : paths.getPatterns().stream();
    }

    /** Whoever may read may also ask what a read would answer with, and which methods there are. */
    private static Set<String> methods(RequestMappingInfo mapping) {
        var methods = new HashSet<String>();
        mapping.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        if (methods.contains("GET")) {
            methods.addAll(Set.of("HEAD", "OPTIONS"));
        }
        return methods;
    }

    private record OpenOperation(Set<String> methods, PathPattern path) {}

    private boolean isFound(HttpServletRequest request) {
        return ThrowingSupplier.of(() -> mappings.getObject().getHandler(request) != null, LookupRefused::new)
                .get();
    }

    private static final class LookupRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LookupRefused(String message, Exception cause) {
            super(message, cause);
        }
    }
}
