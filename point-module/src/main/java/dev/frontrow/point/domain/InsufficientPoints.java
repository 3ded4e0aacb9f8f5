package dev.frontrow.point.domain;

import dev.frontrow.payment.Points;

/** A payment takes more points than there are. */
public final class InsufficientPoints extends PointRefused {

    private static final long serialVersionUID = 1L;

    private final transient Points required;
    private final transient Points balance;

    public InsufficientPoints(Points required, Points balance) {
        super("The payment takes " + required + " points, and there are " + balance + ".");
        if (balance.compareTo(required) >= 0) {
            throw new IllegalArgumentException(balance + " points are enough for " + required);
        }
        this.required = required;
        this.balance = balance;
    }

    /** What the payment takes. */
    public Points required() {
        return required;
    }

    /** What the account holds; nothing for a user who never had any. */
    public Points balance() {
        return balance;
    }
}
