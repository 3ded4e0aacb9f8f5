package dev.frontrow.app.openapi;

import dev.frontrow.app.problem.GeneralProblem;
import dev.frontrow.app.security.Access;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** The headers that follow from a problem's code or from what an operation is; any other the operation names itself. */
final class ResponseHeaders {

    private static final Set<String> TO_BE_REPEATED = Set.of(
            GeneralProblem.RATE_LIMITED.code(),
            GeneralProblem.UNAVAILABLE.code(),
            "queue-full",
            "queue-token-waiting",
            "too-many-streams");

    private ResponseHeaders() {}

    /** Adds what an operation's own problem carries. */
    static void ofProblem(ApiResponse response, String code) {
        if (TO_BE_REPEATED.contains(code)) {
            var when = code.equals("queue-token-waiting") ? ", with `" + code + "`" : "";
            add(response, HttpHeaders.RETRY_AFTER, new IntegerSchema(), "After how many seconds to repeat" + when);
        }
    }

    /** Adds what a problem carries that is found before the operation. */
    static void ofGeneralProblem(ApiResponse response, String code) {
        ofProblem(response, code);
        if (code.equals(GeneralProblem.UNAUTHENTICATED.code()) || code.equals(GeneralProblem.FORBIDDEN.code())) {
            add(response, HttpHeaders.WWW_AUTHENTICATE, new StringSchema(), "Bearer, and what is wrong");
        }
        if (code.equals(GeneralProblem.METHOD_NOT_ALLOWED.code())) {
            add(response, HttpHeaders.ALLOW, new StringSchema(), "The methods that this address knows");
        }
    }

    /** Adds who may keep a success: what belongs to a user stays with the user, and only a read is kept at all. */
    static void ofSuccess(ApiResponse response, HttpMethod method, Access access) {
        var who = method != HttpMethod.GET || access == Access.ADMIN
                ? "no-store"
                : access == Access.USER ? "private, no-cache" : "no-cache";
        add(response, HttpHeaders.CACHE_CONTROL, new StringSchema(), "`" + who + "`");
    }

    private static void add(ApiResponse response, String name, Schema<?> schema, String description) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(name)) {
            response.addHeaderObject(name, new Header().schema(schema).description(description));
        }
    }
}
