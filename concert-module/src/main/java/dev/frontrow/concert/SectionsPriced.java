package dev.frontrow.concert;

import java.util.List;
import org.jmolecules.event.types.DomainEvent;

/**
 * The seats of sections cost something else than before, for whoever reserves them from now on.
 *
 * <p>Issued by concert, once a change, for all schedules of the concert together; reservation follows and prices the seats. One
 * event for all, so that their seats can be locked in one order.
 *
 * <p>Heard synchronously in the transaction that makes the change: what is reserved before its commit costs the old price.
 *
 * @param sections each once, one at least
 */
public record SectionsPriced(List<Section> sections) implements DomainEvent {

    public SectionsPriced {
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("no section is priced");
        }
        sections = List.copyOf(sections);
    }

    /**
     * A section of a schedule, with its new price.
     *
     * @param price what a seat costs, in points
     */
    public record Section(ScheduleId scheduleId, String name, long price) {}
}
