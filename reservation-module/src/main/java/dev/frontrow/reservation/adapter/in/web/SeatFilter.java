package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.Map;

/** Which seats are shown, by their state. */
record SeatFilter(boolean availableOnly) {

    static final SeatFilter DEFAULT = new SeatFilter(true);

    private static final Map<String, SeatFilter> BY_TEXT = Map.of("available", DEFAULT, "all", new SeatFilter(false));

    /** Called by Spring, which asks for a public method. */
    public static SeatFilter valueOf(String text) {
        var filter = BY_TEXT.get(text);
        if (filter == null) {
            throw new IllegalArgumentException("must be available or all");
        }
        return filter;
    }

    /** Whether a client may send that. */
    static boolean isKnown(String text) {
        return BY_TEXT.containsKey(text);
    }

    boolean shows(SeatView seat) {
        return !availableOnly || seat.status() == SeatStatus.AVAILABLE;
    }

    @Override
    public String toString() {
        return availableOnly ? "available" : "all";
    }
}
