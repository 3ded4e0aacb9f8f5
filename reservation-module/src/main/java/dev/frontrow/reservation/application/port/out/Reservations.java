package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reservations and their tickets. */
public interface Reservations {

    /**
     * Writes a reservation, pending, without its tickets. Waits for a twin with the same key that is at work.
     *
     * @param holdTtl how long it can be paid
     * @return its times, or nothing where its user has used the key before
     */
    Optional<Term> add(Draft draft, Duration holdTtl);

    /** The reservation that the user made with this key. */
    Optional<Reservation> madeWith(IdempotencyKey key, UserId userId);

    /** The payment of a reservation of this user; without a lock. */
    Optional<PaymentId> paymentOf(ReservationId id, UserId userId);

    /** Locks a reservation and its tickets until the transaction ends. */
    Locked lock(ReservationId id);

    /** Moves a reservation and all of its tickets on from {@code from}; the caller knows that it is in that state. */
    void move(Reservation changed, ReservationStatus from);

    /** Marks a reservation and its tickets paid; the caller knows that it is pending. */
    void confirm(ReservationId id, int tickets);

    /** Payments of holds that are over and not tidied up, the longest over first; without a lock. */
    List<PaymentId> paymentsOfHoldsOver(int atMost);

    /** Expires the reservations of these payments, all of which are pending, and voids their tickets. */
    List<ReservationId> expire(Collection<PaymentId> payments);

    /** What a reservation is written from. */
    record Draft(
            ReservationId id,
            UserId userId,
            ScheduleSale sale,
            Points amount,
            PaymentId paymentId,
            @Nullable IdempotencyKey key) {}

    /** When a reservation was made, and when its hold is over. */
    record Term(Instant createdAt, Instant holdExpiresAt) {}

    /** A reservation as it was found, and the database's clock when it was asked for. */
    record Locked(Reservation reservation, Instant at) {}
}
