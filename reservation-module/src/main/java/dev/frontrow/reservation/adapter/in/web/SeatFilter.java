package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.domain.SeatStatus;

/** Which seats are shown, by their state. */
record SeatFilter(boolean availableOnly) {

    static final SeatFilter DEFAULT = new SeatFilter(true);

    /** Called by Spring, which asks for a public method. */
    public static SeatFilter valueOf(String text) {
        return switch (text) {
            case "available" -> new SeatFilter(true);
            case "all" -> new SeatFilter(false);
            default -> throw new IllegalArgumentException("must be available or all");
        };
    }

    boolean shows(SeatView seat) {
        return !availableOnly || seat.status() == SeatStatus.AVAILABLE;
    }

    @Override
    public String toString() {
        return availableOnly ? "available" : "all";
    }
}
