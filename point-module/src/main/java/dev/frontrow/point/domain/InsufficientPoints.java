package dev.frontrow.point.domain;

/** A payment takes more points than there are. */
public final class InsufficientPoints extends PointRefused {

    private static final long serialVersionUID = 1L;

    private final long required;
    private final long balance;

    public InsufficientPoints(long required, long balance) {
        super("The payment takes " + required + " points, and there are " + balance + ".");
        if (balance >= required) {
            throw new IllegalArgumentException(balance + " points are enough for " + required);
        }
        this.required = required;
        this.balance = balance;
    }

    /** Points the payment takes. */
    public long required() {
        return required;
    }

    /** Points the account holds; 0 for a user who never had any. */
    public long balance() {
        return balance;
    }
}
