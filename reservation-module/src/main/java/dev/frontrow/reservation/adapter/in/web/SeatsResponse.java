package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats of a schedule. */
@Schema(name = "Seats", description = "The seats of a schedule, in the order of its layout")
record SeatsResponse(
        ScheduleId scheduleId,

        @Schema(description = "Names this state of all of the schedule's seats")
        String version,

        List<SeatView> seats) {

    /** Those that the filter shows, of one section or of all. */
    static SeatsResponse from(SeatMap map, SeatFilter filter, @Nullable String section) {
        return new SeatsResponse(
                map.scheduleId(),
                map.version(),
                map.seats()
                        .filter(seat -> section == null || seat.section().equals(section))
                        .filter(filter::shows)
                        .toList());
    }
}
