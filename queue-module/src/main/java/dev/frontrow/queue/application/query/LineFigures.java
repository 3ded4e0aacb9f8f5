package dev.frontrow.queue.application.query;

import dev.frontrow.concert.ConcertId;
import io.swagger.v3.oas.annotations.media.Schema;

/** A line as its operator sees it: the settings, who is there now, and totals since the line began. */
@Schema(name = "LineFigures")
public record LineFigures(
        ConcertId concertId,
        int maxActive,
        int admissionsPerSecond,
        boolean paused,
        @Schema(description = "How many wait now") long waiting,
        @Schema(description = "How many are active now") long active,

        @Schema(description = "How many were admitted so far")
        long admittedTotal,

        @Schema(description = "How many tokens ended so far without a payment")
        long expiredTotal,

        @Schema(description = "How many tokens ended so far by a payment")
        long completedTotal) {}
