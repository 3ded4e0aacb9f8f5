package dev.frontrow.reservation.domain;

import java.util.UUID;

/**
 * One seat of a reservation, at the price it was reserved for.
 *
 * @param price in points
 */
public record Ticket(UUID id, SeatId seatId, String seatLabel, long price) {}
