package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.domain.SeatStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Seats of a schedule. */
@Schema(name = "Seats", description = "The seats of a schedule, in the order of its layout")
record SeatsResponse(
        String scheduleId,

        @Schema(description = "Names this state of all of the schedule's seats")
        String version,

        List<SeatResponse> seats) {

    static SeatsResponse from(SeatMap map, List<SeatView> seats) {
        return new SeatsResponse(
                map.scheduleId().toString(),
                map.version(),
                seats.stream().map(SeatResponse::from).toList());
    }

    @Schema(name = "Seat", description = "A seat; a hold past its time reads as available")
    record SeatResponse(
            @Schema(example = "17") String id,
            @Schema(example = "A") String section,
            @Schema(example = "1") String row,
            @Schema(example = "12") int number,
            @Schema(example = "A-1-12") String label,

            @Schema(description = "In points", example = "80000")
            long price,

            SeatStatus status) {

        static SeatResponse from(SeatView seat) {
            return new SeatResponse(
                    seat.id(), seat.section(), seat.row(), seat.number(), seat.label(), seat.price(), seat.status());
        }
    }
}
