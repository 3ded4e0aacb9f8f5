package dev.frontrow.app.events;

import dev.frontrow.app.events.EventPublications.ParkedEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows an admin the event publications that failed too often, and tries them again. */
@RestController
@RequestMapping("/api/v1/admin/parked-events")
@Tag(name = "Admin")
class ParkedEventsController {

    private final EventPublications publications;

    ParkedEventsController(EventPublications publications) {
        this.publications = publications;
    }

    @Operation(
            operationId = "listParkedEvents",
            summary = "List parked events",
            description = "Events whose delivery failed too often, the latest parked first.")
    @ApiResponse(responseCode = "200", description = "A page of parked events")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ParkedEventsPage> list(
            @Parameter(description = "1 to 100, default 20", schema = @Schema(type = "integer", example = "20"))
                    @RequestParam(required = false)
                    @Nullable
                    PageLimit limit,
            @Parameter(description = "nextCursor of the page before", schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Cursor cursor) {
        var size = limit == null ? PageLimit.DEFAULT.value() : limit.value();
        var found = publications.parked(cursor == null ? null : cursor.after(), size + 1);
        var items = found.stream().limit(size).map(ParkedEventResponse::from).toList();
        var next = found.size() > size ? new Cursor(found.get(size - 1).sequence()).text() : null;
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ParkedEventsPage(items, next));
    }

    @Operation(
            operationId = "retryParkedEvent",
            summary = "Deliver a parked event again",
            description = "The event is tried again within seconds, and parked again if it fails too often.")
    @ApiResponse(responseCode = "202", description = "Taken; it is delivered within seconds", content = @Content)
    @ApiResponse(
            responseCode = "404",
            description = "`event-not-found`: no such event is parked",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("""
                                    {"type":"/problems/event-not-found","title":"Event not found","status":404,
                                     "detail":"No such event is parked.","code":"event-not-found"}
                                    """)))
    @PostMapping(path = "/{id}/retry", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> retry(@PathVariable String id) {
        var publicationId = parse(id);
        if (publicationId == null || !publications.unpark(publicationId)) {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No such event is parked.");
            problem.setProperty("code", "event-not-found");
            return ResponseEntity.of(problem).build();
        }
        return ResponseEntity.accepted().cacheControl(CacheControl.noStore()).build();
    }

    private static @Nullable UUID parse(String id) {
        try {
            var uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    record ParkedEventsPage(
            List<ParkedEventResponse> items,
            @Schema(nullable = true) @Nullable String nextCursor) {}

    @Schema(name = "ParkedEvent")
    record ParkedEventResponse(
            UUID id,
            @Schema(example = "queue.expire-token") String listener,

            @Schema(example = "dev.frontrow.payment.PaymentCompleted")
            String eventType,

            @Schema(description = "The event, as JSON text") String payload,
            Instant publishedAt,
            int attempts,
            @Nullable Instant lastAttemptAt,
            Instant parkedAt) {

        static ParkedEventResponse from(ParkedEvent event) {
            return new ParkedEventResponse(
                    event.id(),
                    event.listener(),
                    event.eventType(),
                    event.payload(),
                    event.publishedAt(),
                    event.attempts(),
                    event.lastAttemptAt(),
                    event.parkedAt());
        }
    }

    /** How many items a page has, 1 to 100. */
    record PageLimit(int value) {

        static final PageLimit DEFAULT = new PageLimit(20);

        public static PageLimit valueOf(String text) {
            if (!text.matches("[1-9][0-9]?|100")) {
                throw new IllegalArgumentException("limit must be 1 to 100");
            }
            return new PageLimit(Integer.parseInt(text));
        }
    }

    /** Where the next page begins: behind the publication that was parked with this number. */
    record Cursor(long after) {

        public static Cursor valueOf(String text) {
            var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var cursor = new Cursor(Long.parseLong(decoded));
            if (!cursor.text().equals(text)) {
                throw new IllegalArgumentException("not a cursor of ours");
            }
            return cursor;
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Long.toString(after).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
