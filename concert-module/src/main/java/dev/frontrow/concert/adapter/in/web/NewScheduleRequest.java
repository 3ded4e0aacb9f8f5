package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.application.port.in.PublishConcert.NewSchedule;
import dev.frontrow.concert.domain.Schedule;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A schedule as an admin sends it. Its parts may be missing until it is validated. */
@Schema(
        name = "NewSchedule",
        description =
                "`salesOpenAt` < `salesCloseAt` ≤ `startsAt`, in the years 1970 to 9999; all may lie in the past.")
@SellsBeforeItStarts
record NewScheduleRequest(
        @Schema(example = "2026-12-24T10:00:00Z") @JsonDeserialize(using = IsoInstant.class) @NotNull @InCalendar
        Instant startsAt,

        @Schema(example = "2026-11-01T01:00:00Z") @JsonDeserialize(using = IsoInstant.class) @NotNull @InCalendar
        Instant salesOpenAt,

        @Schema(example = "2026-12-24T09:00:00Z") @JsonDeserialize(using = IsoInstant.class) @NotNull @InCalendar
        Instant salesCloseAt,

        @Schema(description = "Of different names, with up to 100,000 seats in all.")
        @NotNull
        @Size(min = 1, max = Schedule.SECTIONS_MAX)
        @DifferentNames
        @FewEnoughSeats
        List<@NotNull @Valid NewSectionRequest> sections) {

    NewSchedule toNewSchedule() {
        return new NewSchedule(
                startsAt,
                new SaleWindow(salesOpenAt, salesCloseAt),
                sections.stream().map(NewSectionRequest::toSection).toList());
    }
}
