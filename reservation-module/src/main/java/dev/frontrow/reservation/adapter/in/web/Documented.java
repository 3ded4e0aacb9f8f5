package dev.frontrow.reservation.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** What the documented answers of this module have in common. */
final class Documented {

    static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    static final String QUEUE_TOKEN = "The place in line, active for this user and the schedule's concert";

    static final String ETAG = "Weak, made from the content; to be sent as `If-None-Match`";

    static final String IF_NONE_MATCH =
            "The `ETag` of what you have; while that is the content still, the answer is 304";

    private Documented() {}

    /** The schedule is not there. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "404",
            description = "`schedule-not-found`: there is no such schedule",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":404,\"code\":\"schedule-not-found\"}")))
    @interface NoSchedule {}

    /** The reservation is not there, or is somebody else's. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "404",
            description = "`reservation-not-found`: there is no such reservation of yours",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":404,\"code\":\"reservation-not-found\"}")))
    @interface NoReservation {}

    /** The line has not let the user in. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ApiResponse(
            responseCode = "403",
            description =
                    "`queue-token-required`: the header is missing; `queue-token-invalid`: not a token of this user"
                            + " and concert; `queue-token-waiting`: not admitted yet (`position`)",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples =
                                    @ExampleObject(
                                            "{\"status\":403,\"code\":\"queue-token-waiting\",\"position\":12}")))
    @ApiResponse(
            responseCode = "410",
            description = "`queue-token-expired`: the token has ended; get in line again",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":410,\"code\":\"queue-token-expired\"}")))
    @interface NotLetIn {}
}
