package dev.frontrow.edge.request;

import dev.frontrow.edge.StrippedPrefix;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Takes what a trusted proxy has taken off a request's path for a part of the context path, so that every link that the service
 * gives leads where the client can follow it. Address, scheme and host are the web server's business, before any filter.
 *
 * <p>Says, once an hour at most, when a request carries such a header that is not believed: behind a proxy that nobody told the service about,
 * everybody is one address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedHeaders extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ForwardedHeaders.class);

    /** The header of RFC 7239 is not evaluated, whoever sends it. */
    private static final List<String> NEVER_BELIEVED = List.of("Forwarded");

    private static final List<String> BELIEVED_OF_PROXIES =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded");

    private final Duration quiet;
    private final AtomicLong mayWarnAt = new AtomicLong(System.nanoTime());

    @Autowired
    ForwardedHeaders() {
        this(Duration.ofHours(1));
    }

    /** With the time from one warning to the next. */
    ForwardedHeaders(Duration quiet) {
        this.quiet = quiet;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean believed = StrippedPrefix.isBelieved(request);
        warnOfOne(believed ? NEVER_BELIEVED : BELIEVED_OF_PROXIES, request);
        var prefix = believed ? StrippedPrefix.of(request) : "";
        boolean added = prefix.isEmpty() || WebUtils.getNativeRequest(request, PrefixedRequest.class) != null;
        chain.doFilter(added ? request : new PrefixedRequest(request, prefix), response);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** The container dispatches the request as it received it. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void warnOfOne(List<String> names, HttpServletRequest request) {
        for (var name : names) {
            if (request.getHeader(name) != null && mayWarn()) {
                log.warn(
                        "A request from {} has the header {}, which changes nothing. If a proxy of yours sends it, all that"
                                + " come through it are taken for one address: set server.forward-headers-strategy=native"
                                + " and server.tomcat.remoteip.internal-proxies to its address, such as 10.0.0.7/32, and"
                                + " let it send X-Forwarded-For; the operating guide says how",
                        request.getRemoteAddr(),
                        name);
            }
        }
    }

    private boolean mayWarn() {
        long at = mayWarnAt.get();
        long now = System.nanoTime();
        return now - at >= 0 && mayWarnAt.compareAndSet(at, now + quiet.toNanos());
    }

    private static final class PrefixedRequest extends HttpServletRequestWrapper {

        private final String prefix;

        PrefixedRequest(HttpServletRequest request, String prefix) {
            super(request);
            this.prefix = prefix;
        }

        @Override
        public String getContextPath() {
            return prefix + super.getContextPath();
        }

        @Override
        public String getRequestURI() {
            return prefix + super.getRequestURI();
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            return url.insert(url.length() - super.getRequestURI().length(), prefix);
        }
    }
}
