package dev.frontrow.queue.adapter.in.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Which line to join. */
@Schema(name = "JoinLine")
record JoinRequestBody(
        @Schema(description = "The concert whose line to join", example = "0d1c5ac8-4f7e-4a0c-9a53-3f7e1b2c4d5e")
        @NotNull
        @JsonDeserialize(using = TextOnly.class)
        @Nullable
        String concertId) {}
