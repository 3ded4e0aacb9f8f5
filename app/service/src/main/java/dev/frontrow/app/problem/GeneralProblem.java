package dev.frontrow.app.problem;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problems that any operation may answer. What belongs to one operation alone is its module's. */
public enum GeneralProblem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    GeneralProblem(HttpStatus status) {
        this.status = status;
    }

    /**
     * The one that stands for a status. What has no code of its own is a bad request, as is an encoding or an HTTP
     * version that the server does not know (501, 505), or an error of the service.
     */
    static GeneralProblem of(int status) {
        boolean clients = (status >= 400 && status < 500) || status == 501 || status == 505;
        return Arrays.stream(values())
                .filter(problem -> problem.status.value() == status)
                .findFirst()
                .orElse(clients ? INVALID_REQUEST : INTERNAL_ERROR);
    }

    /** The code in the catalogue, such as {@code not-found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return status;
    }

    /** What to say where nothing is known beyond the kind of problem. */
    String defaultDetail() {
        return switch (this) {
            case INVALID_REQUEST -> "The request is malformed.";
            case UNAUTHENTICATED -> "A valid access token is needed.";
            case FORBIDDEN -> "This is not allowed to you.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not know this method.";
            case NOT_ACCEPTABLE -> "None of the media types in Accept can be answered.";
            case REQUEST_TOO_LARGE -> "A request's body may have up to 1 MiB.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body's media type can't be read here.";
            case RATE_LIMITED -> "Too many requests.";
            case INTERNAL_ERROR -> "Something is wrong with the service.";
            case UNAVAILABLE -> "The service can't answer right now. Repeating the request is safe.";
        };
    }

    /** The problem with what this request has to know about it; {@link Problems} adds the rest. */
    ProblemDetail with(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty(Problems.CODE, code());
        return problem;
    }
}
