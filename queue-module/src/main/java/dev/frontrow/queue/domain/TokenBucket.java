package dev.frontrow.queue.domain;

import java.time.Duration;

/**
 * Holds the rate of admissions: it fills at the rate, and each admission takes one out. Fractions are kept.
 *
 * @param level how many admissions are due, with fractions
 * @param perSecond the rate at which it fills
 * @param capacity more than this is not saved up while nobody could be admitted
 */
public record TokenBucket(double level, int perSecond, double capacity) {

    public TokenBucket {
        if (level < 0 || perSecond < 0 || capacity < 1) {
            throw new IllegalArgumentException("no such bucket: " + level + " of " + capacity + " at " + perSecond);
        }
    }

    /** A bucket that saves up what one interval (one second at least) brings, and no more. */
    public static TokenBucket of(double level, int perSecond, Duration interval) {
        double capacity = Math.max(1.0, perSecond * Math.max(1.0, interval.toMillis() / 1000.0));
        return new TokenBucket(Math.min(capacity, level), perSecond, capacity);
    }

    /** The bucket of a line that begins: what one second brings is due at once. */
    public static TokenBucket first(int perSecond, Duration interval) {
        return of(Math.max(1, perSecond), perSecond, interval);
    }

    /**
     * The bucket when some seconds have passed; time that runs backwards adds nothing.
     *
     * <p>Where it had been emptied, what came since is due in full until it would have filled twice: looks at it are an interval
     * apart, and one that comes late must not cost the line its rate.
     */
    public TokenBucket after(double seconds) {
        double gained = perSecond * Math.max(0, seconds);
        double filled = level + gained;
        boolean isLateStep = level < 1 && gained <= 2 * capacity;
        return new TokenBucket(isLateStep ? filled : Math.min(capacity, filled), perSecond, capacity);
    }

    /** How many may be admitted now. Nobody is at a rate of 0, whatever is left in the bucket. */
    public int due() {
        return perSecond == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.floor(level));
    }

    /** The bucket after so many admissions. */
    public TokenBucket minus(int admitted) {
        if (admitted > due()) {
            throw new IllegalArgumentException("only " + due() + " are due, not " + admitted);
        }
        return new TokenBucket(level - admitted, perSecond, capacity);
    }
}
