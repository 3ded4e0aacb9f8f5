package dev.frontrow.reservation.application.port.in;

/** Tidies up holds that nobody paid in time. Nothing waits for it: a hold past its time is over, swept or not. */
public interface ExpireHolds {

    /** Expires some of the holds that are over, passing by those that somebody is at work on. Any number may run at once. */
    Swept sweep();

    /** What a sweep found and did; {@code more} where it is worth sweeping again at once. */
    record Swept(int expired, boolean more) {}
}
