package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.Complimentary;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reservations and their tickets. */
public interface Reservations {

    /**
     * Writes new reservations with their tickets, and has them hold their seats, which are locked and can be had.
     *
     * @param lists the waiting lists by which it was decided that they can
     * @throws org.springframework.dao.DataIntegrityViolationException if one of their keys was used before; waits for a twin
     *     that is at work
     * @throws org.springframework.dao.OptimisticLockingFailureException if somebody has come to one of the lists since it was seen,
     *     or changed a wish there, and a wish fits into what is free now
     */
    void add(Collection<NewReservation> made, Collection<SeenList> lists);

    /** The reservations that were made with these keys. */
    Map<UsedKey, Reservation> madeWith(Collection<UsedKey> keys);

    /**
     * Writes a reservation that is given, pending and without its tickets yet, unless the gift's key was used before: then
     * nothing is written. Waits for a twin that is at work, so it comes before the seats are locked.
     */
    Optional<Opened> open(NewGift gift, Duration holdTtl);

    /** Writes the tickets of a reservation that is given, and has it hold its seats, which are locked and leave their blocks. */
    void issue(Reservation given);

    /** The reservation that an organiser gave with this key. */
    Optional<Reservation> givenWith(UsedKey key);

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
     * The paid reservations of a schedule, those first that were made first.
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

    /** A reservation that is about to be written, and the key that it is made with, or null. */
    record NewReservation(Reservation reservation, @Nullable IdempotencyKey key) {}

    /** A reservation that is about to be given, and the key that it is given with, or null. */
    record NewGift(
            ReservationId id,
            PaymentId paymentId,
            ScheduleSale sale,
            UserId userId,
            Complimentary complimentary,
            @Nullable IdempotencyKey key) {}

    /** When a reservation was made, and from when on it can't be paid any more. */
    record Opened(Instant createdAt, Instant holdExpiresAt) {}

    /** A key, among those of one user. */
    record UsedKey(UserId userId, IdempotencyKey key) {}

    /**
     * A waiting list that was seen to have no wish that fits.
     *
     * @param sequence how many wishes had come or been changed then
     */
    record SeenList(ScheduleId scheduleId, long sequence) {}

    /** A reservation as it was found, and the database's clock when it was asked for. */
    record Locked(Reservation reservation, Instant at) {}
}
