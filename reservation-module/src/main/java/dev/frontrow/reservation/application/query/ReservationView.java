package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.domain.CancelledBecause;
import dev.frontrow.reservation.domain.PaymentState;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.TicketStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reservation as its owner sees it, with its tickets and its payment: their states go together. */
@Schema(
        name = "Reservation",
        description = "Held or paid seats; the states of its tickets and its payment follow its own")
public record ReservationView(
        ReservationId id,
        ConcertId concertId,
        ScheduleId scheduleId,

        @Schema(description = "PENDING_PAYMENT until it is paid, or its time is over")
        ReservationStatus status,

        @Schema(description = "In points", example = "160000")
        long amount,

        @Schema(description = "From this instant on it can't be paid any more")
        Instant holdExpiresAt,

        Instant createdAt,

        @Schema(
                description =
                        "Whether it was offered to you because you were on the waiting list; it can be paid without a token")
        boolean offer,

        @Schema(description = "Whether an organiser gave it for nothing")
        boolean complimentary,

        @Schema(description = "The terms it was made under; those of a moved show are better")
        RefundView refund,

        @Schema(
                description =
                        "BUYER: this reservation alone, by its owner or for them; SHOW_CANCELLED: there is no show;"
                                + " null where it is not cancelled",
                nullable = true)
        @Nullable
        CancelledBecause cancelledBecause,

        List<TicketView> tickets,
        PaymentView payment) {

    public ReservationView {
        tickets = List.copyOf(tickets);
    }

    /** Shows a reservation in the state that it is told to be in. */
    public static ReservationView of(Reservation reservation) {
        var status = reservation.status();
        var amount = reservation.amount().amount();
        return new ReservationView(
                reservation.id(),
                reservation.concertId(),
                reservation.scheduleId(),
                status,
                amount,
                reservation.holdExpiresAt(),
                reservation.createdAt(),
                reservation.offer(),
                reservation.complimentary().isPresent(),
                RefundView.of(reservation),
                reservation.cancelledBecause().orElse(null),
                reservation.tickets().stream()
                        .map(ticket -> new TicketView(
                                ticket.id().toString(),
                                ticket.seatId(),
                                ticket.seatLabel(),
                                ticket.price().amount(),
                                status.tickets()))
                        .toList(),
                new PaymentView(reservation.paymentId(), status.payment(), amount));
    }

    /** What cancelling a reservation gives back, or has given. */
    @Schema(name = "Refund", description = "Until when a paid reservation can be cancelled, and what goes back")
    public record RefundView(
            @Schema(description = "From this instant on its owner can't cancel it any more")
            Instant closesAt,

            @Schema(description = "How much of the amount is kept, rounded down to a point", example = "10")
            int feePercent,

            @Schema(description = "Points that went back; null until then", nullable = true, example = "144000")
            @Nullable
            Long amount) {

        static RefundView of(Reservation reservation) {
            var terms = reservation.terms();
            return new RefundView(
                    terms.closesAt(),
                    terms.feePercent(),
                    reservation.refunded().map(Points::amount).orElse(null));
        }
    }

    /** One seat of a reservation. */
    @Schema(name = "Ticket", description = "One seat of a reservation")
    public record TicketView(
            String id,
            SeatId seatId,
            @Schema(example = "A-1-12") String seatLabel,

            @Schema(description = "In points", example = "80000")
            long price,

            TicketStatus status) {}

    /** The payment of a reservation. */
    @Schema(name = "ReservationPayment", description = "The payment of a reservation")
    public record PaymentView(
            @Schema(description = "What to pay with POST /api/v1/payments/{id}/pay")
            PaymentId id,

            PaymentState status,

            @Schema(description = "In points", example = "160000")
            long amount) {}
}
