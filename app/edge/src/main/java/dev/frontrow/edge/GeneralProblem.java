package dev.frontrow.edge;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** The problems that any operation may answer. What belongs to one operation alone is its module's. */
public enum GeneralProblem implements Problem<RuntimeException> {
    INVALID_REQUEST(
            HttpStatus.BAD_REQUEST,
            "Invalid request",
            """
            The request can't be understood as this operation. The member errors names each field and what is \
            wrong with it; the whole body is named $. Repeating the same request never helps.""",
            "The request is malformed.",
            new InvalidRequest("concertId", "must not be null")),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Not logged in", """
            This operation belongs to a user, and the request has no valid access token. Log in again and send \
            the token as `Authorization: Bearer <token>`.""", "A valid access token is needed."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed", """
            The request is known to be yours, but you may not do this. The operations below /api/v1/admin need a \
            token with the scope admin.""", "This is not allowed to you."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", """
            There is nothing at this address. See /swagger-ui.html for the operations there are.""", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed", """
            The address exists, but not for this HTTP method. The header Allow lists those that it knows.""", "This address does not know this method."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE, "Not acceptable", """
            The operation can't answer in any of the media types that the header Accept asks for. Nothing has \
            happened; ask for application/json, or for text/event-stream where a stream is offered.""", "None of the media types in Accept can be answered."),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Request too large", """
            A request's body may have up to 1 MiB. Nothing has happened; send less.""", "A request's body may have up to 1 MiB."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unsupported media type",
            """
            The body is not in a media type that the operation reads. Send JSON in UTF-8 and say so: \
            Content-Type: application/json.""",
            "The body's media type can't be read here."),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", """
            You or your network address have sent more requests than a person would. Nothing has happened; wait \
            the number of seconds in the header Retry-After, then go on more slowly.""", "Too many requests."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", """
            Something is wrong with the service, not with the request. The detail has a number under which the \
            operator finds it in the log. The request may or may not have taken effect.""", "Something is wrong with the service."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Temporarily unavailable",
            """
            The service can't answer right now, mostly because its database is busy or away. The request may or \
            may not have taken effect. Repeating it with the same idempotency key, or paying the same payment \
            again, is always safe: wait the number of seconds in the header Retry-After, then repeat it.""",
            "The service can't answer right now. Repeating the request is safe.");

    private final Statement<RuntimeException> statement;
    private final String detail;

    GeneralProblem(HttpStatus status, String title, String meaning, String detail) {
        this(status, title, meaning, detail, new IllegalStateException(detail));
    }

    GeneralProblem(HttpStatus status, String title, String meaning, String detail, RuntimeException example) {
        this.statement = new Statement<>(status, title, meaning, example);
        this.detail = detail;
    }

    /**
     * The one that stands for a status. What has no code of its own is a bad request, as is an encoding or an HTTP
     * version that the server does not know (501, 505), or an error of the service.
     */
    public static GeneralProblem of(int status) {
        boolean clients = (status >= 400 && status < 500) || status == 501 || status == 505;
        return Arrays.stream(values())
                .filter(problem -> problem.status().value() == status)
                .findFirst()
                .orElse(clients ? INVALID_REQUEST : INTERNAL_ERROR);
    }

    @Override
    public Statement<RuntimeException> statement() {
        return statement;
    }

    @Override
    public ErrorResponse.Builder because(Throwable refused) {
        var answer = Problem.super.because(refused);
        return refused instanceof InvalidRequest invalid
                ? answer.property(InvalidRequest.ERRORS, invalid.errors())
                : answer;
    }

    @Override
    public ProblemDetail saying(String detail) {
        var problem = Problem.super.saying(detail);
        if (this == INVALID_REQUEST) {
            problem.setProperty(InvalidRequest.ERRORS, List.of());
        }
        return problem;
    }

    /** What to say where nothing is known beyond the kind of problem. */
    public String defaultDetail() {
        return detail;
    }
}
