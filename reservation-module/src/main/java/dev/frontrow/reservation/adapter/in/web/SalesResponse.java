package dev.frontrow.reservation.adapter.in.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SalesFigures;
import dev.frontrow.reservation.application.query.SalesView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** How a schedule sells. */
@Schema(name = "Sales", description = "How a schedule sells, by sections in the order of the layout, and in all")
record SalesResponse(
        ScheduleId scheduleId,

        @Schema(description = "The instant at which it was so")
        Instant asOf,

        List<SectionSales> sections,
        SalesFigures total) {

    static SalesResponse from(SalesView sales) {
        return new SalesResponse(
                sales.scheduleId(),
                sales.asOf(),
                sales.sections().stream()
                        .map(section -> new SectionSales(section.name(), section.figures()))
                        .toList(),
                sales.total());
    }

    /** How a section sells. */
    @Schema(name = "SectionSales", description = "How a section sells")
    record SectionSales(
            @Schema(example = "A") String name,

            @JsonUnwrapped SalesFigures figures) {}
}
