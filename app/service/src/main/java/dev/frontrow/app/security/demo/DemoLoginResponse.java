package dev.frontrow.app.security.demo;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;

/** A token and how to use it. */
record DemoLoginResponse(
        @Schema(description = "Goes into the header Authorization, after the word Bearer")
        String accessToken,

        @Schema(example = "Bearer") String tokenType,
        @Schema(example = "43200") long expiresInSeconds) {

    static DemoLoginResponse bearer(String accessToken, Duration validity) {
        return new DemoLoginResponse(accessToken, "Bearer", validity.toSeconds());
    }
}
