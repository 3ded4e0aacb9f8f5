package dev.frontrow.queue.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How a line lets people in; all three are required. */
@Schema(name = "LineSettings")
record LineSettingsBody(
        @Schema(description = "How many may be active at once", example = "1000") @NotNull @Min(0) @Nullable
        Integer maxActive,

        @Schema(description = "How many are admitted a second, by all instances together", example = "100")
        @NotNull
        @Min(0)
        @Nullable
        Integer admissionsPerSecond,

        @Schema(description = "Nobody is admitted while it is", example = "false") @NotNull @Nullable
        Boolean paused) {}
