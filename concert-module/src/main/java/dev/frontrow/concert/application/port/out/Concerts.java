package dev.frontrow.concert.application.port.out;

import dev.frontrow.concert.domain.Concert;
import java.time.Instant;
import java.util.Optional;

/** The concerts that were published. */
public interface Concerts {

    /** Keeps a new concert with its schedules and sections. */
    void add(Concert concert);

    /**
     * Takes the right to add the first concerts, until the transaction ends. Never waits.
     *
     * @return the database's time; nothing where there is a concert already, or where another transaction is at it
     */
    Optional<Instant> claimFirst();
}
