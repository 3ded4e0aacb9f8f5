package dev.frontrow.payment.domain;

import dev.frontrow.payment.PaymentId;

/** The time to pay is over, so the seats may be somebody else's already. */
public final class ReservationExpired extends PaymentRefused {

    private static final long serialVersionUID = 1L;

    public ReservationExpired(PaymentId id) {
        super("Payment " + id + " was not paid in time; its reservation has expired.");
    }
}
