package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.SeatId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/** The seats that somebody wants, all or none. */
@Schema(description = "Seats of one schedule, all or none")
record ReserveRequest(
        @Schema(description = "The schedule", example = "0f8b5e5e-3f0c-4a58-9d0e-8a53c6f2a6c1") @NotNull
        ScheduleId scheduleId,

        @Schema(
                description = "Different seats of that schedule, as many as one user may have",
                example = "[\"17\", \"18\"]")
        @NotNull
        @Size(min = 1, max = 1000)
        @UniqueElements
        List<@NotNull SeatId> seatIds) {}
