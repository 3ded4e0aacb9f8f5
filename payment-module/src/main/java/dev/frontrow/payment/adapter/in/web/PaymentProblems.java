package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.payment.PaymentCancelled;
import dev.frontrow.payment.PaymentNotFound;
import dev.frontrow.payment.PaymentRefused;
import dev.frontrow.payment.ReservationExpired;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what is refused about payments, in whichever module. */
@RestControllerAdvice
@Order(0)
class PaymentProblems implements ProblemAdvice<PaymentRefused> {

    @Override
    public PaymentProblem[] problems() {
        return PaymentProblem.values();
    }

    @Override
    @ExceptionHandler
    public ErrorResponse answer(PaymentRefused refused) {
        var answer = switch (refused) {
            case PaymentNotFound _ -> PaymentProblem.PAYMENT_NOT_FOUND.because(refused);
            case ReservationExpired _ -> PaymentProblem.RESERVATION_EXPIRED.because(refused);
            case PaymentCancelled _ -> PaymentProblem.PAYMENT_CANCELLED.because(refused);
        };
        return answer.build();
    }
}
