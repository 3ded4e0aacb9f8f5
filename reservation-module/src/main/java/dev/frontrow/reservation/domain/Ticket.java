package dev.frontrow.reservation.domain;

import dev.frontrow.payment.Points;
import java.util.UUID;

/** One seat of a reservation, at the price it was reserved for. */
public record Ticket(UUID id, SeatId seatId, String seatLabel, Points price) {}
