package dev.frontrow.concert;

import org.jmolecules.event.types.DomainEvent;

/**
 * A schedule is on sale at other times than before.
 *
 * <p>Issued by concert; reservation follows and ends the wait of those who wait for seats of a sale that is not open any more.
 *
 * <p>Heard synchronously in the transaction that makes the change.
 */
public record SaleRescheduled(ScheduleId scheduleId, SaleWindow window) implements DomainEvent {}
