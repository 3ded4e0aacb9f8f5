package dev.frontrow.concert;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * A schedule came into being, with the layout of its seats.
 *
 * <p>Issued by concert, one a schedule; reservation follows and writes the seats.
 *
 * <p>Heard synchronously in the transaction that creates the concert: the seats exist when the admin gets the answer.
 */
public record ScheduleOpened(ScheduleId scheduleId, ConcertId concertId, List<Section> sections)
        implements DomainEvent {

    public ScheduleOpened {
        sections = List.copyOf(sections);
    }

    /** A block of seats of one price (in points a seat); rows and numbers count from 1. */
    public record Section(String name, int rows, int seatsPerRow, long price) {}
}
