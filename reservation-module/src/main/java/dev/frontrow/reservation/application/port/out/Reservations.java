package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reservations and their tickets. */
public interface Reservations {

    /** The payment of a reservation of this user; without a lock. */
    Optional<PaymentId> paymentOf(ReservationId id, UserId userId);

    /** The payment of a reservation, whoever's it is; without a lock. */
    Optional<PaymentId> paymentOf(ReservationId id);

    /** Locks a reservation and its tickets until the transaction ends. */
    Locked lock(ReservationId id);

    /** Locks those of the reservations that there are, and their tickets, in one order, until the transaction ends. */
    Map<ReservationId, Locked> lock(Collection<ReservationId> ids);

    /** Has all reservations made before now go by another start of their schedule, and be cancelled in full until then. */
    void startAt(ScheduleId scheduleId, Instant startsAt);

    /** Moves a reservation and all of its tickets on from {@code from}; the caller knows that it is in that state. */
    void move(Reservation changed, ReservationStatus from);

    /** Moves reservations that are confirmed, and their tickets, on to cancelled, because their show is. */
    void cancelForShow(List<Reservation> cancelled);

    /**
     * The paid reservations of a schedule, those first that were made first; none whose refund is put off.
     *
     * @param other those alone that were made later than this one, if it is given
     */
    List<ReservationId> paidAfter(ScheduleId scheduleId, @Nullable ReservationId other, int atMost);

    /**
     * Locks those that are paid, passing by those that somebody has locked.
     *
     * @return in the order in which accounts are locked: that of their users
     */
    List<Locked> lockPaid(Collection<ReservationId> ids);

    /** Marks reservations and their tickets, so many in all, paid; the caller knows that they are pending. */
    void confirm(Collection<ReservationId> ids, int tickets);

    /** A reservation as it was found, and the database's clock when it was asked for. */
    record Locked(Reservation reservation, Instant at) {}
}
