package dev.frontrow.queue;

import dev.frontrow.concert.ConcertId;
import java.util.Map;
import java.util.Set;

/**
 * What everybody in line is told of the seats. The line knows nothing of seats and asks nobody: whoever counts them tells it, on
 * each instance, about once a second, for as long as somebody waits. What nobody has announced anew for two seconds is not told
 * any more. Safe for any number of threads.
 */
public interface Announcements {

    /** The concerts in whose lines somebody waits or is active, as this instance knows them; costs no SQL. */
    Set<ConcertId> awaited();

    /** Tells this instance's lines; of a concert that is not named here nothing is known from now on. */
    void announce(Map<ConcertId, SeatCount> seats);
}
