package dev.frontrow.concert.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.Version;
import java.time.Instant;
import java.util.Optional;

/** The concerts that were published. */
public interface Concerts {

    /** Keeps a new concert with its schedules and sections. */
    void add(Concert concert);

    /** A concert as it is now, which nobody else changes until the transaction ends; waits for whoever is at it. */
    Optional<Published> lock(ConcertId id);

    /** Writes what is different of a locked concert, and counts its version. */
    void change(Published before, Concert after);

    /** Writes one more schedule of a locked concert, and counts its version. */
    void addSchedule(Published before, Schedule added);

    /** Writes the last section of a schedule, which is new, of a locked concert, and counts its version. */
    void addSection(Published before, Schedule enlarged);

    /** The concert that a schedule is of, which never changes. */
    Optional<ConcertId> concertOf(ScheduleId id);

    /** A concert that is locked, its version, and the database's clock since then. */
    record Published(Concert concert, Version version, Instant at) {}

    /**
     * Takes the right to add the first concerts, until the transaction ends. Never waits.
     *
     * @return the database's time; nothing where there is a concert already, or where another transaction is at it
     */
    Optional<Instant> claimFirst();
}
