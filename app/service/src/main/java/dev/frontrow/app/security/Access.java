package dev.frontrow.app.security;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which operations are open to all, which belong to admins; any other below {@code /api/v1} belongs to a user. */
public enum Access {
    /** Needs no access token; what its own headers say, such as a queue token, is the operation's business. */
    OPEN,
    /** Needs a valid access token. */
    USER,
    /** Needs one with the scope {@code admin}. */
    ADMIN;

    static final String API = "/api/v1/**";
    static final String ADMIN_API = "/api/v1/admin/**";
    static final String LOGIN = "/api/v1/demo/login";

    static final List<String> OPEN_TO_READ = List.of(
            "/api/v1/concerts/**",
            "/api/v1/schedules/*/availability",
            "/api/v1/queue-tokens/current",
            "/api/v1/queue-tokens/current/events");

    private static final List<PathPattern> OPEN_TO_READ_PATTERNS =
            OPEN_TO_READ.stream().map(PathPatternParser.defaultInstance::parse).toList();
    private static final PathPattern ADMIN_PATTERN = PathPatternParser.defaultInstance.parse(ADMIN_API);
    private static final PathPattern API_PATTERN = PathPatternParser.defaultInstance.parse(API);

    /** What an operation needs; the path may have variables in braces. */
    public static Access of(HttpMethod method, String path) {
        var parsed = PathContainer.parsePath(path);
        if (ADMIN_PATTERN.matches(parsed)) {
            return ADMIN;
        }
        boolean login = method.equals(HttpMethod.POST) && path.equals(LOGIN);
        boolean open = method.equals(HttpMethod.GET)
                && OPEN_TO_READ_PATTERNS.stream().anyMatch(pattern -> pattern.matches(parsed));
        return login || open || !API_PATTERN.matches(parsed) ? OPEN : USER;
    }
}
