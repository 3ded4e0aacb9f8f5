package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatMap;
import io.swagger.v3.oas.annotations.media.Schema;

/** The states of all seats of a schedule. */
@Schema(name = "SeatStates", description = "The states of all seats of a schedule, in the order of its layout")
record SeatStatesResponse(
        ScheduleId scheduleId,

        @Schema(description = "The `version` of the layout whose seats these are; read it again where you have another")
        String layoutVersion,

        @Schema(description = "Names this state of all of the schedule's seats")
        String version,

        @Schema(
                description =
                        "Standard base64 with padding of two bits a seat, the first seat in the two lowest bits of the first"
                                + " byte: 0 available, 1 held, 2 sold, 3 not for sale. Bits beyond the last seat are 0",
                format = "byte",
                example = "GAI=")
        String states) {

    static SeatStatesResponse from(SeatMap map) {
        return new SeatStatesResponse(map.scheduleId(), map.layout().version(), map.version(), map.statesInBase64());
    }
}
