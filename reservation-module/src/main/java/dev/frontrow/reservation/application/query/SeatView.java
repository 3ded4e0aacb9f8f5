package dev.frontrow.reservation.application.query;

import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/** A seat as it can be had or not. */
@Schema(name = "Seat", description = "A seat; a hold past its time reads as available")
public record SeatView(
        @Schema(example = "17") SeatId id,
        @Schema(example = "A") String section,
        @Schema(example = "1") String row,
        @Schema(example = "12") int number,
        @Schema(example = "A-1-12") String label,

        @Schema(description = "In points", example = "80000")
        long price,

        SeatStatus status) {

    /** A seat, labelled as all seats are. */
    static SeatView of(SeatId id, String section, String row, int number, long price, SeatStatus status) {
        return new SeatView(id, section, row, number, section + "-" + row + "-" + number, price, status);
    }
}
