package dev.frontrow.payment.domain;

/** Why a payment can't be had or paid. Thrown in the payer's transaction, it undoes everything. */
public abstract sealed class PaymentRefused extends RuntimeException
        permits PaymentNotFound, ReservationExpired, PaymentCancelled {

    private static final long serialVersionUID = 1L;

    PaymentRefused(String message) {
        super(message);
    }
}
