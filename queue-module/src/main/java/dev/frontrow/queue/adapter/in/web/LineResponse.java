package dev.frontrow.queue.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** A line's settings and figures. */
@Schema(name = "LineFigures")
record LineResponse(
        String concertId,
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
