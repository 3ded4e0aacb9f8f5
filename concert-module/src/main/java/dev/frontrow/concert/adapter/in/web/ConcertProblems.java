package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.domain.ConcertNotFound;
import dev.frontrow.concert.domain.ConcertRefused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns this module's refusals into problems; their titles are in {@code problems/concert.properties}. */
@RestControllerAdvice
@Order(0)
class ConcertProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConcertRefused refused) {
        return switch (refused) {
            case ConcertNotFound _ -> problem(HttpStatus.NOT_FOUND, "concert-not-found", refused);
        };
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, ConcertRefused refused) {
        var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
