package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.payment.PaymentCancelled;
import dev.frontrow.payment.PaymentNotFound;
import dev.frontrow.payment.PaymentRefused;
import dev.frontrow.payment.ReservationExpired;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers what is refused about payments, in whichever module. */
@Component
class PaymentProblems implements ProblemAdvice<PaymentRefused> {

    @Override
    public PaymentProblem[] problems() {
        return PaymentProblem.values();
    }

    @Override
    public ErrorResponse answer(PaymentRefused refused) {
        var answer = switch (refused) {
            case PaymentNotFound _ -> PaymentProblem.PAYMENT_NOT_FOUND.because(refused);
            case ReservationExpired _ -> PaymentProblem.RESERVATION_EXPIRED.because(refused);
            case PaymentCancelled _ -> PaymentProblem.PAYMENT_CANCELLED.because(refused);
        };
        return answer.build();
    }
}
