package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.Complimentary;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reservations that organisers give, as they are made. */
public interface Gifts {

    /**
     * Writes a reservation that is given, pending and without its tickets yet, unless the gift's key was used before: then
     * nothing is written. Waits for a twin that is at work, so it comes before the seats are locked.
     */
    Optional<Opened> open(NewGift gift, Duration holdTtl);

    /** Writes the tickets of a reservation that is given, and has it hold its seats, which are locked and leave their blocks. */
    void issue(Reservation given);

    /** The reservation that an organiser gave with this key. */
    Optional<Reservation> givenWith(UserId givenBy, IdempotencyKey key);

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
}
