package dev.frontrow.payment;

/**
 * Why a payment can't be had or paid. Thrown in the payer's transaction, it undoes everything. Reservation refuses with {@link
 * ReservationExpired} too; all of them are answered here.
 *
 * <p>Carries no stack trace: under rush, being refused is ordinary.
 */
public abstract sealed class PaymentRefused extends RuntimeException
        permits PaymentNotFound, ReservationExpired, PaymentCancelled {

    private static final long serialVersionUID = 1L;

    PaymentRefused(String message) {
        super(message, null, false, false);
    }
}
