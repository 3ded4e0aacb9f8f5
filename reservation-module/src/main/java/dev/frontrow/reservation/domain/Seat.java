package dev.frontrow.reservation.domain;

/**
 * A seat as it is asked for; whether it can be had, only the claim can tell.
 *
 * @param price in points, above 0
 */
public record Seat(SeatId id, String label, long price) {

    public Seat {
        if (price <= 0) {
            throw new IllegalArgumentException("seat " + id + " must cost at least one point: " + price);
        }
    }
}
