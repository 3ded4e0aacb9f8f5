package dev.frontrow.point.domain;

import dev.frontrow.payment.Points;

/** The account would hold more points than it may by charging. */
public final class BalanceLimitExceeded extends PointRefused {

    private static final long serialVersionUID = 1L;

    private final transient Points limit;
    private final transient Points balance;

    public BalanceLimitExceeded(Points amount, Points balance, Points limit) {
        super("The account holds " + balance + " points and may hold " + limit + " at most, so " + amount
                + " can't be charged.");
        this.limit = limit;
        this.balance = balance;
    }

    /** What an account may hold at most. */
    public Points limit() {
        return limit;
    }

    /** What the account holds. */
    public Points balance() {
        return balance;
    }
}
