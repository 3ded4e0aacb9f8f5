package dev.frontrow.app.events;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event publication that failed too often, as an admin sees it. */
@Schema(name = "ParkedEvent")
record ParkedEvent(
        UUID id,
        @Schema(example = "queue.expire-token") String listener,

        @Schema(example = "dev.frontrow.payment.PaymentCompleted")
        String eventType,

        @Schema(description = "The event, as JSON text") String payload,
        Instant publishedAt,
        int attempts,
        @Nullable Instant lastAttemptAt,
        Instant parkedAt) {}
