package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.query.SeatMap;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How many seats of a schedule can be had. */
@Schema(name = "Availability", description = "How many seats of a schedule can be had, in all and a section")
record AvailabilityResponse(
        String scheduleId,

        @Schema(description = "Names this state of all of the schedule's seats")
        String version,

        int total,
        int available,
        List<SectionResponse> sections) {

    static AvailabilityResponse from(SeatMap map) {
        return new AvailabilityResponse(
                map.scheduleId().toString(),
                map.version(),
                map.seats().size(),
                map.available().size(),
                map.sections().stream()
                        .map(section -> new SectionResponse(
                                section.name(), section.price(), section.total(), section.available()))
                        .toList());
    }

    @Schema(name = "SectionAvailability", description = "A section, in the order of the layout")
    record SectionResponse(
            @Schema(example = "A") String name,

            @Schema(description = "Of a seat, in points", example = "80000")
            long price,

            int total,
            int available) {}
}
