package dev.frontrow.concert;

import java.time.Instant;
import org.jmolecules.event.types.DomainEvent;

/**
 * A show is cancelled, for good: nothing of it can be had any more, and whoever has paid gets the points back.
 *
 * <p>Issued by concert, with the organiser's reason and all sales of the concert as they are now; queue follows and ends the tokens
 * where no sale is left, then reservation, which lets go of what is held and writes down that what is paid is to be refunded.
 *
 * <p>Heard synchronously in the transaction that cancels the show; a throw vetoes it.
 */
public record ShowCancelled(ScheduleId scheduleId, String reason, Instant at, ConcertSale sale)
        implements DomainEvent {}
