package dev.frontrow.concert.application.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** That a show will not take place, and why. */
@Schema(name = "Cancellation", description = "That a show will not take place.")
public record CancellationView(
        @Schema(description = "Why, in the organiser's words.", example = "The singer is ill")
        String reason,

        @Schema(description = "Since when.", example = "2026-12-20T08:00:00Z")
        Instant at) {}
