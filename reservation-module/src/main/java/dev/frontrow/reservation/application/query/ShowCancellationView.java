package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cancelled show, and how far its refunds are. */
@Schema(name = "ShowCancellation", description = "A cancelled show, and how far its refunds are")
public record ShowCancellationView(
        ScheduleId scheduleId,

        @Schema(description = "Why, in the words of who cancelled it first", example = "The singer is ill")
        String reason,

        Status status,

        @Schema(
                description = "Reservations that were confirmed when it was cancelled, complimentary ones too",
                example = "20000")
        int refundsTotal,

        @Schema(description = "How many of them are cancelled by now, whoever did it", example = "12350")
        int refundsDone,

        @Schema(description = "Points that went back with them", example = "988000000")
        long pointsReturned,

        @Schema(description = "When the show was cancelled") Instant startedAt,

        @Schema(description = "When the last refund was made; null while it is RUNNING", nullable = true) @Nullable
        Instant finishedAt) {

    /** Whether all refunds are made. */
    public enum Status {
        /** Some are left. */
        RUNNING,
        /** None is left. */
        DONE
    }
}
