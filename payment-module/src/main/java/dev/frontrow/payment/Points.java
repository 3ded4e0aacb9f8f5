package dev.frontrow.payment;

/**
 * What is paid with: a price, an amount, a balance. 1 point is 1 won.
 *
 * @param amount not negative
 */
public record Points(long amount) implements Comparable<Points> {

    public static final Points NONE = new Points(0);

    public Points {
        if (amount < 0) {
            throw new IllegalArgumentException("points must not be negative: " + amount);
        }
    }

    /** @throws ArithmeticException if the sum is more than a number can hold */
    public Points plus(Points more) {
        return new Points(Math.addExact(amount, more.amount));
    }

    /** @throws IllegalArgumentException if that is more than there is */
    public Points minus(Points cost) {
        return new Points(Math.subtractExact(amount, cost.amount));
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
