package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatLayout;
import dev.frontrow.reservation.domain.SeatId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;

/** Where each seat of a schedule is. */
@Schema(name = "Layout", description = "Where each seat of a schedule is, and what it costs; not whether it can be had")
record LayoutResponse(
        ScheduleId scheduleId,

        @Schema(description = "Names this layout; another one once a seat is added or costs something else")
        String version,

        @Schema(example = "50") int seatCount,
        List<SectionLayout> sections) {

    static LayoutResponse from(SeatLayout layout) {
        return new LayoutResponse(
                layout.scheduleId(),
                layout.version(),
                layout.seatCount(),
                layout.sections().stream()
                        .map(section -> new SectionLayout(
                                section.name(),
                                section.price(),
                                section.rows().stream()
                                        .map(row -> RowLayout.from(row, layout))
                                        .toList()))
                        .toList());
    }

    /** The seats of one price that are called the same. */
    @Schema(name = "SectionLayout", description = "A section, in the order of the layout")
    record SectionLayout(
            @Schema(example = "A") String name,

            @Schema(description = "Of a seat, in points", example = "80000")
            long price,

            List<RowLayout> rows) {}

    /** Seats next to one another. */
    @Schema(name = "RowLayout", description = "Seats next to one another, numbered without a gap")
    record RowLayout(
            @Schema(example = "1") String label,

            @Schema(description = "The number of its first seat", example = "1")
            int firstNumber,

            List<SeatId> seatIds) {

        private static RowLayout from(SeatLayout.Row row, SeatLayout layout) {
            return new RowLayout(
                    row.label(),
                    row.firstNumber(),
                    IntStream.range(row.from(), row.until())
                            .mapToObj(layout::seat)
                            .toList());
        }
    }
}
