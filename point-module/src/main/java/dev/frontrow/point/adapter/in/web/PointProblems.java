package dev.frontrow.point.adapter.in.web;

import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import dev.frontrow.point.domain.IdempotencyKeyRequired;
import dev.frontrow.point.domain.IdempotencyKeyReused;
import dev.frontrow.point.domain.InsufficientPoints;
import dev.frontrow.point.domain.PointRefused;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers point's refusals as problems, also where they end a payment. */
@RestControllerAdvice
@Order(0)
class PointProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(PointRefused refused) {
        return switch (refused) {
            case IdempotencyKeyRequired _ ->
                problem(HttpStatus.BAD_REQUEST, "idempotency-key-required", refused, Map.of());
            case IdempotencyKeyReused _ ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", refused, Map.of());
            case ChargeLimitExceeded tooMuch ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "charge-limit-exceeded",
                        refused,
                        Map.of("limit", tooMuch.limit()));
            case BalanceLimitExceeded tooMuch ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "balance-limit-exceeded",
                        refused,
                        Map.of("limit", tooMuch.limit(), "balance", tooMuch.balance()));
            case InsufficientPoints tooFew ->
                problem(
                        HttpStatus.PAYMENT_REQUIRED,
                        "insufficient-points",
                        refused,
                        Map.of("required", tooFew.required(), "balance", tooFew.balance()));
        };
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, PointRefused refused, Map<String, Long> members) {
        var problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setProperty("code", code);
        members.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
