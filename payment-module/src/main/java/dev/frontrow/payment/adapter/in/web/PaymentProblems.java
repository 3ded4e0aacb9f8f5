package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.payment.domain.PaymentCancelled;
import dev.frontrow.payment.domain.PaymentNotFound;
import dev.frontrow.payment.domain.PaymentRefused;
import dev.frontrow.payment.domain.ReservationExpired;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers payment's refusals as problems. */
@RestControllerAdvice
@Order(0)
class PaymentProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> answer(PaymentRefused refused) {
        return switch (refused) {
            case PaymentNotFound _ -> problem(HttpStatus.NOT_FOUND, "payment-not-found", refused);
            case ReservationExpired _ -> problem(HttpStatus.CONFLICT, "reservation-expired", refused);
            case PaymentCancelled _ -> problem(HttpStatus.CONFLICT, "payment-cancelled", refused);
        };
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, PaymentRefused refused) {
        var problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
