package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.domain.SaleStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;

@Schema(name = "Schedule", description = "One evening of a concert.")
record ScheduleResponse(
        @Schema(description = "Opaque id.", example = "0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10")
        String id,

        @Schema(example = "2026-12-24T10:00:00Z") Instant startsAt,

        @Schema(description = "The date in the concert's zone.", example = "2026-12-24")
        LocalDate localDate,

        @Schema(description = "The time of day in the concert's zone, HH:mm.", example = "19:00")
        String localTime,

        @Schema(description = "From then on seats can be reserved.", example = "2026-11-01T01:00:00Z")
        Instant salesOpenAt,

        @Schema(description = "From then on they can't any more.", example = "2026-12-24T09:00:00Z")
        Instant salesCloseAt,

        @Schema(description = "By the service's clock, when this was answered.")
        SaleStatus saleStatus,

        @Schema(description = "All its seats, sold or not.", example = "50")
        int seatCount,

        @Schema(description = "Points of its cheapest seat.", example = "80000")
        long lowestPrice) {}
