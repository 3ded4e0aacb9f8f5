package dev.frontrow.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
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
            return mappings.getObject().getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException notThisMethod) {
            return false;
        } catch (HttpMediaTypeException | ServletRequestBindingException notThisForm) {
            return true;
        } catch (Exception unknown) {
            throw new IllegalStateException("the operation can't be looked up", unknown);
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }
}
