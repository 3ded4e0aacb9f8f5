package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatView;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    List<SeatView> of(SeatMap map, @Nullable String section) {
        var seats = availableOnly ? map.available() : map.seats();
        return section == null
                ? seats
                : seats.stream().filter(seat -> seat.section().equals(section)).toList();
    }

    @Override
    public String toString() {
        return availableOnly ? "available" : "all";
    }
}
