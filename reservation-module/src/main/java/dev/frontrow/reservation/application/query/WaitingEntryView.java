package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.WaitingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's place on a waiting list, as they see it. */
@Schema(name = "WaitingListEntry", description = "Your place on a schedule's waiting list")
public record WaitingEntryView(
        ScheduleId scheduleId,

        @Schema(description = "How many you wish for, all or none", example = "2")
        int seats,

        WaitingStatus status,

        @Schema(description = "How many wait ahead, plus one; null unless waiting", nullable = true, example = "3")
        @Nullable
        Long position,

        @Schema(
                description = "The reservation that was offered, to be paid; null while there was none",
                nullable = true)
        @Nullable
        ReservationId reservationId,

        Instant joinedAt) {}
