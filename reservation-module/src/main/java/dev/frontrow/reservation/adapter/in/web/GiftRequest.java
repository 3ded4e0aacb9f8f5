package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.SeatId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/** Complimentary tickets that an organiser gives, all or none. */
@Schema(description = "Seats of one schedule to give for nothing, all or none")
record GiftRequest(
        @Schema(description = "The schedule", example = "0f8b5e5e-3f0c-4a58-9d0e-8a53c6f2a6c1") @NotNull
        ScheduleId scheduleId,

        @Schema(description = "Different seats of that schedule, free or blocked", example = "[\"17\", \"18\"]")
        @NotNull
        @Size(min = 1, max = Reservation.GIVEN_SEATS_MAX)
        @UniqueElements
        List<@NotNull SeatId> seatIds,

        @Schema(description = "Whose the tickets will be", example = "alice", minLength = 1, maxLength = 255)
        @NotNull
        @Pattern(regexp = UserId.PATTERN, message = "must be 1 to 255 characters, none of them a control character")
        String userId,

        @Schema(
                description = "Why. Kept in Unicode's NFC; no characters that show nothing or turn the direction.",
                minLength = 1,
                maxLength = Reason.LENGTH_MAX,
                example = "Press")
        @NotNull
        @WellFormedReason
        String reason) {}
