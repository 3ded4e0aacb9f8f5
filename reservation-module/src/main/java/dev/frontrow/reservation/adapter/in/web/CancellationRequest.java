package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.domain.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Why a show will not take place. */
@Schema(description = "Why the show will not take place")
record CancellationRequest(
        @Schema(
                description = "Kept in Unicode's NFC; no characters that show nothing or turn the direction.",
                minLength = 1,
                maxLength = Reason.LENGTH_MAX,
                example = "The singer is ill")
        @NotNull
        @WellFormedReason
        String reason) {}
