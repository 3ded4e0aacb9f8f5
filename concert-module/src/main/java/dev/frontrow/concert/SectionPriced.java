package dev.frontrow.concert;

import org.jmolecules.event.types.DomainEvent;

/**
 * The seats of a section cost something else than before, for whoever reserves them from now on.
 *
 * <p>Issued by concert, one a section, with the price of a seat in points; reservation follows and prices the seats.
 *
 * <p>Heard synchronously in the transaction that makes the change: what is reserved before its commit costs the old price.
 */
public record SectionPriced(ScheduleId scheduleId, String section, long price) implements DomainEvent {}
