package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.domain.EndReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A queue token as its user sees it. */
@Schema(name = "QueueToken")
record TokenResponse(
        @Schema(description = "To be sent in the header Queue-Token; opaque")
        String token,

        @Schema(example = "0d1c5ac8-4f7e-4a0c-9a53-3f7e1b2c4d5e")
        String concertId,

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
        EndReason reason) {}
