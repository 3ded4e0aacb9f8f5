package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.queue.domain.QueueRefused;
import dev.frontrow.queue.domain.QueueRefused.ConcertNotFound;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenWaiting;
import dev.frontrow.queue.domain.QueueRefused.SaleNotOpen;
import dev.frontrow.queue.domain.QueueRefused.TooManyStreams;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the line's refusals into problems, whatever the client said it accepts. */
@RestControllerAdvice
@Order(0)
class QueueProblems {

    private static final int FULL_RETRY_SECONDS = 10;
    private static final int BUSY_RETRY_SECONDS = 1;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(QueueRefused refused) {
        return switch (refused) {
            case ConcertNotFound _ -> problem(HttpStatus.NOT_FOUND, "concert-not-found", refused);
            case SaleNotOpen closed -> notOpen(closed);
            case QueueFull _ -> retry(HttpStatus.SERVICE_UNAVAILABLE, "queue-full", refused, FULL_RETRY_SECONDS);
            case JoiningUnavailable _ ->
                retry(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", refused, BUSY_RETRY_SECONDS);
            case QueueTokenRequired _ -> problem(HttpStatus.FORBIDDEN, "queue-token-required", refused);
            case QueueTokenInvalid _ -> problem(HttpStatus.FORBIDDEN, "queue-token-invalid", refused);
            case QueueTokenWaiting waiting -> stillWaiting(waiting);
            case QueueTokenExpired _ -> problem(HttpStatus.GONE, "queue-token-expired", refused);
            case TooManyStreams _ ->
                retry(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams", refused, FULL_RETRY_SECONDS);
        };
    }

    private static ResponseEntity<ProblemDetail> notOpen(SaleNotOpen refused) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("salesOpenAt", refused.salesOpenAt());
        return answer(HttpStatus.CONFLICT, "sale-not-open", refused, members, null);
    }

    private static ResponseEntity<ProblemDetail> stillWaiting(QueueTokenWaiting refused) {
        return answer(
                HttpStatus.FORBIDDEN,
                "queue-token-waiting",
                refused,
                Map.of("position", refused.position()),
                refused.retryAfterSeconds());
    }

    private static ResponseEntity<ProblemDetail> retry(
            HttpStatus status, String code, QueueRefused refused, int retryAfterSeconds) {
        return answer(status, code, refused, Map.of(), retryAfterSeconds);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, QueueRefused refused) {
        return answer(status, code, refused, Map.of(), null);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status,
            String code,
            QueueRefused refused,
            Map<String, ? extends @Nullable Object> members,
            @Nullable Integer retryAfterSeconds) {
        var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
        problem.setProperty("code", code);
        members.forEach(problem::setProperty);
        var answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore());
        if (retryAfterSeconds != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds.toString());
        }
        return answer.body(problem);
    }
}
