package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Instant;
import java.util.List;

/**
 * A reservation as its owner sees it. The states go together: a hold past its time reads as expired, swept or not.
 *
 * @param amount in points
 */
public record ReservationView(
        ReservationId id,
        ConcertId concertId,
        ScheduleId scheduleId,
        ReservationStatus status,
        long amount,
        Instant holdExpiresAt,
        Instant createdAt,
        List<Ticket> tickets,
        PaymentId paymentId) {

    public ReservationView {
        tickets = List.copyOf(tickets);
    }

    /** The same reservation with these tickets. */
    public ReservationView with(List<Ticket> all) {
        return new ReservationView(id, concertId, scheduleId, status, amount, holdExpiresAt, createdAt, all, paymentId);
    }
}
