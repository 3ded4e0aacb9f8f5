package dev.frontrow.reservation.application.query;

import dev.frontrow.reservation.domain.SeatStatus;

/**
 * A seat as it can be had or not.
 *
 * @param price in points
 */
public record SeatView(
        String id, String section, String row, int number, String label, long price, SeatStatus status) {}
