package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.domain.PaymentState;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.TicketStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A reservation, its tickets and its payment: their states go together. */
@Schema(
        name = "Reservation",
        description = "Held or paid seats; the states of its tickets and its payment follow its own")
record ReservationResponse(
        String id,
        String concertId,
        String scheduleId,

        @Schema(description = "PENDING_PAYMENT until it is paid, or its time is over")
        ReservationStatus status,

        @Schema(description = "In points", example = "160000")
        long amount,

        @Schema(description = "From this instant on it can't be paid any more")
        Instant holdExpiresAt,

        Instant createdAt,
        List<TicketResponse> tickets,
        PaymentResponse payment) {

    @Schema(name = "Ticket", description = "One seat of a reservation")
    record TicketResponse(
            String id,
            String seatId,
            @Schema(example = "A-1-12") String seatLabel,

            @Schema(description = "In points", example = "80000")
            long price,

            TicketStatus status) {}

    @Schema(name = "ReservationPayment", description = "The payment of a reservation")
    record PaymentResponse(
            @Schema(description = "What to pay with POST /api/v1/payments/{id}/pay")
            String id,

            PaymentState status,

            @Schema(description = "In points", example = "160000")
            long amount) {}
}
