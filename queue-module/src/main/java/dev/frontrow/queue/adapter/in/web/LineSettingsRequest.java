package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.queue.domain.LineSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** How a line lets people in; all three are required. */
@Schema(name = "LineSettings")
record LineSettingsRequest(
        @Schema(description = "How many may be active at once", example = "1000") @NotNull @Min(0)
        Integer maxActive,

        @Schema(description = "How many are admitted a second, by all instances together", example = "100")
        @NotNull
        @Min(0)
        Integer admissionsPerSecond,

        @Schema(description = "Nobody is admitted while it is", example = "false") @NotNull
        Boolean paused) {

    LineSettings settings() {
        return new LineSettings(maxActive, admissionsPerSecond, paused);
    }
}
