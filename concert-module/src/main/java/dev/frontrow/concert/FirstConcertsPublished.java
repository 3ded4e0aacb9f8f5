package dev.frontrow.concert;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * A service that had no concert has its first ones, with these schedules.
 *
 * <p>Issued by concert, once, behind the {@link ScheduleOpened} of each schedule; reservation follows in demo mode, and sells
 * and blocks some of their seats.
 *
 * <p>Heard synchronously in the transaction that publishes the concerts; a throw vetoes all of them.
 *
 * @param schedules in the order in which they were published
 */
public record FirstConcertsPublished(List<ScheduleOpened> schedules) implements DomainEvent {

    public FirstConcertsPublished {
        schedules = List.copyOf(schedules);
    }
}
