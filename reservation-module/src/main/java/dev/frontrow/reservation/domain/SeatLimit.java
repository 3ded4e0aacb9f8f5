package dev.frontrow.reservation.domain;

/**
 * How many seats, held or paid, one user may have of one schedule.
 *
 * @param seats at least 1
 */
public record SeatLimit(int seats) {

    public SeatLimit {
        if (seats < 1) {
            throw new IllegalArgumentException("the limit must be at least one seat: " + seats);
        }
    }

    /** Refuses where {@code asked} more seats on top of {@code live} ones were too many. */
    public void check(int live, int asked) {
        if (live + asked > seats) {
            throw new SeatLimitExceeded(seats, live, asked);
        }
    }
}
