package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.Admission;
import org.jspecify.annotations.Nullable;

/** The line in front of the sale. It refuses, in its own words, whom it has not let in. */
public interface Line {

    /** Checks that the user was let in, without a lock. */
    void check(@Nullable String queueToken, String userId, ConcertId concertId);

    /** Checks that the user was let in, and lets nobody else act for the same user there until the transaction ends. */
    Admission lock(@Nullable String queueToken, String userId, ConcertId concertId);
}
