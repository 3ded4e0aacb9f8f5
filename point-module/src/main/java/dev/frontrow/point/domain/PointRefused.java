package dev.frontrow.point.domain;

/**
 * Why a balance is not changed. Thrown in a payer's transaction, it undoes the whole payment.
 *
 * <p>Carries no stack trace: under rush, being refused is ordinary.
 */
public abstract sealed class PointRefused extends RuntimeException
        permits ChargeLimitExceeded, BalanceLimitExceeded, InsufficientPoints {

    private static final long serialVersionUID = 1L;

    PointRefused(String message) {
        super(message, null, false, false);
    }
}
