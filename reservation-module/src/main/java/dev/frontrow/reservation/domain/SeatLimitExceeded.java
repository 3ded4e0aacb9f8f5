package dev.frontrow.reservation.domain;

/** More seats than one user may have of one schedule. */
public final class SeatLimitExceeded extends ReservationRefused {

    private static final long serialVersionUID = 1L;

    private final int limit;

    public SeatLimitExceeded(int limit, int live, int asked) {
        super("At most " + limit + " seats a user and schedule: " + asked + " asked for, " + live + " held or paid.");
        this.limit = limit;
    }

    /** How many seats, held or paid, a user may have of one schedule. */
    public int limit() {
        return limit;
    }
}
