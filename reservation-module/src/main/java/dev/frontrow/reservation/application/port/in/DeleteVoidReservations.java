package dev.frontrow.reservation.application.port.in;

/**
 * Lets go of reservations that nobody paid, long after their holds: with their tickets, their payments and the keys that they
 * were made with.
 */
public interface DeleteVoidReservations {

    /** Deletes some of them, passing by those that somebody is at work on. Any number may run at once. */
    Deleted delete();

    /** What was deleted; {@code more} where it is worth deleting again at once. */
    record Deleted(int reservations, boolean more) {}
}
