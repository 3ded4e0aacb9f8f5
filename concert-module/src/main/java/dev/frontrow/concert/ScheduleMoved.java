package dev.frontrow.concert;

import java.time.Instant;
import org.jmolecules.event.types.DomainEvent;

/**
 * A schedule starts at another time than before.
 *
 * <p>Issued by concert; reservation follows and has all reservations go by the new start.
 *
 * <p>Heard synchronously in the transaction that makes the change.
 */
public record ScheduleMoved(ScheduleId scheduleId, Instant startsAt) implements DomainEvent {}
