package dev.frontrow.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells whether there is an operation at all that a request asks for. Where there is none, there is nothing to protect,
 * and 404 or 405 says more than 401.
 */
@Component
class KnownOperations {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    KnownOperations(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Whether a controller would take the request; in doubt, one would. */
    boolean include(HttpServletRequest request) {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            return isFound(request);
        } catch (LookupRefused refused) {
            return !(refused.getCause() instanceof HttpRequestMethodNotSupportedException);
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

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
