package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SectionView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How many seats of a schedule can be had. */
@Schema(name = "Availability", description = "How many seats of a schedule can be had, in all and a section")
record AvailabilityResponse(
        ScheduleId scheduleId,

        @Schema(description = "Names this state of all of the schedule's seats")
        String version,

        int total,
        int available,
        List<SectionView> sections) {

    static AvailabilityResponse from(SeatMap map) {
        return new AvailabilityResponse(
                map.scheduleId(), map.version(), map.layout().seatCount(), map.available(), map.sections());
    }
}
