package dev.frontrow.concert;

import org.jmolecules.event.types.DomainEvent;

/**
 * A schedule has more seats than before, in one more section.
 *
 * <p>Issued by concert; reservation follows and writes the seats behind the others.
 *
 * <p>Heard synchronously in the transaction that adds the section: the seats exist when the admin gets the answer.
 *
 * @param position the place of the section in the layout, from 1; the last one
 */
public record SectionAdded(ScheduleId scheduleId, ScheduleOpened.Section section, int position)
        implements DomainEvent {}
