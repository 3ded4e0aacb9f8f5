package dev.frontrow.reservation.application.port.in;

import dev.frontrow.reservation.domain.EndOfHold;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of reservations that nobody paid, long after their holds: with their tickets, their payments and the keys that they
 * were made with.
 */
public interface DeleteVoidReservations {

    /**
     * Deletes some of those whose holds ended after another's, the longest over first, passing by those that somebody is at work on
     * and those whose payments are not void too. Any number may run at once.
     */
    Deleted deleteAfter(EndOfHold other);

    /**
     * What became of those that were looked at.
     *
     * @param reservations how many were deleted
     * @param left how many were passed by
     * @param last the last one looked at, null where there are no more behind it
     */
    record Deleted(int reservations, int left, @Nullable EndOfHold last) {}
}
