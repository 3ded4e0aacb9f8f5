package dev.frontrow.concert;

/**
 * How many seats of a schedule one user may have, held or paid, where the concert does not say.
 *
 * <p>Asked by concert, to show what holds; whoever counts the seats of users answers, from memory.
 */
@FunctionalInterface
public interface UsualSeatLimit {

    /** 1 to {@link ScheduleSale#SEATS_PER_USER_LIMIT}. */
    int seatsPerUserMax();
}
