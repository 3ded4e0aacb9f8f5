package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Which line to join. */
@Schema(name = "JoinLine")
record JoinLineRequest(
        @Schema(description = "The concert whose line to join", example = "0d1c5ac8-4f7e-4a0c-9a53-3f7e1b2c4d5e")
        @NotNull
        ConcertId concertId) {}
