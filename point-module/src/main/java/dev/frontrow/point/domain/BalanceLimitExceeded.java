package dev.frontrow.point.domain;

/** The account would hold more points than it may by charging. */
public final class BalanceLimitExceeded extends PointRefused {

    private static final long serialVersionUID = 1L;

    private final long limit;
    private final long balance;

    public BalanceLimitExceeded(long amount, long balance, long limit) {
        super("The account holds " + balance + " points and may hold " + limit + " at most, so " + amount
                + " can't be charged.");
        this.limit = limit;
        this.balance = balance;
    }

    /** Points an account may hold at most. */
    public long limit() {
        return limit;
    }

    /** Points the account holds. */
    public long balance() {
        return balance;
    }
}
