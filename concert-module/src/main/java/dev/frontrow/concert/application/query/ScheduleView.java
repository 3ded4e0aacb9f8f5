package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ScheduleId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A schedule with the date and the time that are on the posters, and where its sale stands. */
@Schema(name = "Schedule", description = "One evening of a concert.")
public record ScheduleView(
        @Schema(description = "Opaque id.", example = "0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10")
        ScheduleId id,

        @Schema(example = "2026-12-24T10:00:00Z") Instant startsAt,

        @Schema(description = "The date in the concert's zone.", example = "2026-12-24")
        LocalDate localDate,

        @Schema(description = "The time of day in the concert's zone, HH:mm.", example = "19:00")
        String localTime,

        @Schema(description = "The start that it was first sold for; null where that is `startsAt`.") @Nullable
        Instant movedFrom,

        @Schema(description = "From then on seats can be reserved.", example = "2026-11-01T01:00:00Z")
        Instant salesOpenAt,

        @Schema(description = "From then on they can't any more.", example = "2026-12-24T09:00:00Z")
        Instant salesCloseAt,

        @Schema(description = "By the service's clock, when this was answered.")
        SaleStatus saleStatus,

        @Schema(description = "All its seats, sold or not.", example = "50")
        int seatCount,

        @Schema(description = "Points of its cheapest seat.", example = "80000")
        long lowestPrice,

        @Schema(description = "That it will not take place; null where it will.") @Nullable
        CancellationView cancellation) {}
