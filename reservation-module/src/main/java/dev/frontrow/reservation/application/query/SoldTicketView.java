package dev.frontrow.reservation.application.query;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.UUID;

/**
 * A ticket that lets somebody in, as an organiser sees it.
 *
 * @param price in points, as it was reserved for; 0 where it is complimentary
 */
public record SoldTicketView(
        UUID ticketId,
        ReservationId reservationId,
        PaymentId paymentId,
        String userId,
        String section,
        String row,
        int number,
        String seatLabel,
        long price,
        boolean complimentary) {}
