package dev.frontrow.payment.adapter.in.web;

import dev.frontrow.edge.Problem;
import dev.frontrow.payment.PaymentCancelled;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentNotFound;
import dev.frontrow.payment.PaymentRefused;
import dev.frontrow.payment.ReservationExpired;
import org.springframework.http.HttpStatus;

/** What is refused about payments. */
enum PaymentProblem implements Problem<PaymentRefused> {
    PAYMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "Payment not found", """
            You have no payment of this id. Payments of other users are not found either. The id of a \
            reservation's payment is in the reservation.""", new PaymentNotFound()),
    RESERVATION_EXPIRED(
            HttpStatus.CONFLICT,
            "Reservation expired",
            """
            The time to pay is over and the seats may be somebody else's by now. Nothing was charged. Reserve \
            again.""",
            new ReservationExpired(PaymentId.of("3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11"))),
    PAYMENT_CANCELLED(
            HttpStatus.CONFLICT,
            "Payment cancelled",
            """
            The reservation of this payment was released or cancelled, so it can't be paid any more. Points that \
            had been paid were refunded. Reserve again.""",
            PaymentCancelled.released(PaymentId.of("3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11")));

    private final Statement<PaymentRefused> statement;

    PaymentProblem(HttpStatus status, String title, String meaning, PaymentRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<PaymentRefused> statement() {
        return statement;
    }
}
