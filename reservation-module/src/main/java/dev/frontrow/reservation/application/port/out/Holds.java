package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Reservations that nobody has paid, and their ends. */
public interface Holds {

    /** Holds that are over and not tidied up, of which the ends come after another's, in their order; without a lock. */
    List<Hold> overAfter(EndOfHold other, int atMost);

    /** Expires the reservations of these payments, all of which are pending, and voids their tickets. */
    List<ReservationId> expire(Collection<PaymentId> payments);

    /** The payments of all pending reservations of a schedule, also of holds that are over, in their order; without a lock. */
    List<PaymentId> pendingPaymentsOf(ScheduleId scheduleId);

    /** Releases the reservations of these payments, all of which are pending, because their show is cancelled. */
    List<ReservationId> releaseForShow(Collection<PaymentId> payments);

    /** Holds that ended unpaid and are over for so long, of which the ends come after another's, in their order; without a lock. */
    List<Hold> voidAfter(EndOfHold other, Duration over, int atMost);

    /** Deletes the reservations of these payments that ended unpaid, with their tickets; tells how many. */
    int deleteVoid(Collection<PaymentId> payments);
}
