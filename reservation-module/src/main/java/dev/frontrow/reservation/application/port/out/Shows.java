package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Which shows are cancelled, and how far their refunds are.
 *
 * <p>Whoever holds, blocks, gives or gives back seats keeps their show first, after the places in line and before payments; so a show
 * is cancelled when nobody is at that, and then nobody begins to.
 */
public interface Shows {

    /** Has these shows be as they are, cancelled or not, until the transaction ends; waits for whoever is cancelling one. */
    void keep(Collection<ScheduleId> ids);

    /** The same of the show that a reservation is for. */
    void keepOf(ReservationId id);

    /** Whether the show is cancelled. */
    boolean isCancelled(ScheduleId id);

    /** Waits for whoever keeps the show, and has others wait until the transaction ends. */
    void stop(ScheduleId id);

    /** Writes down that a show, which is stopped, is cancelled, and how many confirmed reservations are to be refunded. */
    void add(ShowCancelled cancelled);

    /** Those whose refunds are not all made, the longest cancelled first. */
    List<BeingRefunded> beingRefunded();

    /** Counts refunds of a cancelled show; with the last one, it is done. */
    void countRefunds(ScheduleId id, Collection<ReservationId> refunded, Points returned);

    /**
     * Has a paid reservation of a cancelled show, whose refund has failed, be tried again later: after {@code atFirst}, and after
     * twice as long with each time, up to {@code atMost}.
     */
    void putOff(ReservationId id, Duration atFirst, Duration atMost);

    /**
     * A show whose refunds are not all made.
     *
     * @param failing how many of those that are left have failed
     */
    record BeingRefunded(ScheduleId id, int failing) {}
}
