package dev.frontrow.app.pages;

import dev.frontrow.edge.FastPath;
import dev.frontrow.edge.SharedBytes;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Answers the pages and their files from memory, before the security's filters: in a rush each visitor loads them, and whoever
 * buys must not feel it.
 */
@Component(PagesFilter.NAME)
class PagesFilter implements Filter {

    static final String NAME = "pagesFilter";

    /** Before Spring's filter that measures; after what reads a proxy's headers. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final String OPERATOR = "/operator";

    /** The pages by their address, and the templates that they are made of. */
    private static final Map<String, String> TEMPLATES =
            Map.of("/", "pages/booking.html", OPERATOR, "pages/operator.html");

    private final Assets assets;
    private final Map<String, Page> pages;
    private final FastPath fastPath;

    PagesFilter(Assets assets, FastPath fastPath, LoginProperties properties, Environment environment) {
        var login = Login.of(properties, environment.getProperty("frontrow.demo.enabled", Boolean.class, false));
        this.assets = assets;
        this.fastPath = fastPath;
        this.pages = TEMPLATES.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, page -> Page.of(template(page.getValue()), assets, login)));
    }

    /** Makes the filter with the first request, not before the web server starts, as what it needs asks the database. */
    @Bean
    static DelegatingFilterProxyRegistrationBean pagesFilterRegistration() {
        var registration = new DelegatingFilterProxyRegistrationBean(NAME);
        registration.setUrlPatterns(TEMPLATES.keySet());
        registration.addUrlPatterns(OPERATOR + "/");
        registration.addUrlPatterns(Assets.PATH + "*");
        registration.setOrder(ORDER);
        return registration;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain ordinary)
            throws ServletException, IOException {
        var http = (HttpServletRequest) request;
        var found = READING.contains(http.getMethod()) ? find(http) : null;
        if (found == null) {
            ordinary.doFilter(request, response);
        } else {
            fastPath.lead(new Anybody(http), (HttpServletResponse) response, found, ordinary);
        }
    }

    private FastPath.@Nullable Operation find(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var page = pages.get(path);
        if (page != null) {
            return new Sending(path, page.html(), Page.TYPE, "no-cache", page.policy());
        }
        if (path.equals(OPERATOR + "/")) {
            return new Leading(path, ".." + OPERATOR);
        }
        var asset = path.startsWith(Assets.PATH) ? assets.at(path) : null;
        return asset == null
                ? null
                : new Sending(
                        Assets.PATH + "**", asset.bytes(), asset.type(), "public, max-age=31536000, immutable", null);
    }

    private static String template(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException("a page's template can't be read: " + file, missing);
        }
    }

    /** One request for a page or a file. */
    private record Sending(
            String path,
            SharedBytes bytes,
            String type,
            String cacheControl,
            @Nullable String policy) implements FastPath.Operation {

        @Override
        public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
            if (policy != null) {
                response.setHeader("Content-Security-Policy", policy);
                response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
                response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
            }
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            response.setContentType(type);
            bytes.write(request, response);
        }
    }

    /** One request for the page of another address, which its files are named relative to. */
    private record Leading(String path, String location) implements FastPath.Operation {

        @Override
        public void answer(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(HttpHeaders.LOCATION, location);
        }
    }

    /** Whoever asks gets the same: an access token is taken no notice of, valid or not. */
    private static final class Anybody extends HttpServletRequestWrapper {

        Anybody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION) ? null : super.getHeader(name);
        }
    }
}
