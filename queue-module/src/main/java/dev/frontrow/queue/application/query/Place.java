package dev.frontrow.queue.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SeatCount;
import dev.frontrow.queue.domain.EndReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in line, as its user sees it.
 *
 * @param token the signed token, as it was sent or is to be sent
 * @param position how many still wait ahead, plus one; null unless waiting
 * @param estimatedWaitSeconds null while unknown
 * @param pollAfterSeconds when to ask again, from 1
 * @param expiresAt when an active token ends; null otherwise
 * @param reason why it ended; null unless it has, and when it is no longer known
 * @param seats what there is to be had; null while unknown, and once it has ended
 */
@Schema(name = "QueueToken")
public record Place(
        @Schema(description = "To be sent in the header Queue-Token; opaque")
        String token,

        @Schema(example = "0d1c5ac8-4f7e-4a0c-9a53-3f7e1b2c4d5e")
        ConcertId concertId,

        Status status,

        @Schema(description = "How many still wait ahead, plus one; null unless waiting", example = "1234") @Nullable
        Long position,

        @Schema(description = "From the measured rate of admission; null while unknown", example = "42") @Nullable
        Long estimatedWaitSeconds,

        @Schema(description = "Whether admission is paused") boolean paused,

        @Schema(description = "When to ask again; also in Retry-After while waiting", example = "3")
        int pollAfterSeconds,

        Instant issuedAt,

        @Schema(description = "When an active token ends; null otherwise") @Nullable
        Instant expiresAt,

        @Schema(description = "Why it ended; null unless it has, and when that is no longer known") @Nullable
        EndReason reason,

        @Schema(
                description =
                        "What can be had of the concert's open schedules, and what is held unpaid; null while unknown, and of a token that has ended")
        @Nullable
        SeatCount seats) {

    /** Where the token stands. */
    public enum Status {
        WAITING,
        ACTIVE,
        EXPIRED
    }
}
