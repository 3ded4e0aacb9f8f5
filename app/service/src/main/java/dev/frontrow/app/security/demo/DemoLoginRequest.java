package dev.frontrow.app.security.demo;

import dev.frontrow.edge.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Who somebody wants to be. */
record DemoLoginRequest(
        @Schema(description = "Any user's id", example = "alice", minLength = 1, maxLength = 255)
        @NotNull
        @Pattern(regexp = UserId.PATTERN, message = "must be 1 to 255 characters, none of them a control character")
        String userId,

        @Schema(description = "Whether the token has the scope admin", defaultValue = "false") @Nullable
        Boolean admin) {

    boolean wantsAdmin() {
        return Boolean.TRUE.equals(admin);
    }
}
