package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.edge.OpenToAll;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import dev.frontrow.queue.domain.QueueRefused.TooManyStreams;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping(path = "/api/v1/queue-tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Queue", description = "The line in front of a sale: join, ask where you stand, be let in.")
class QueueTokenController {

    static final String CURRENT = "/api/v1/queue-tokens/current";
    static final String QUEUE_TOKEN = "Queue-Token";

    private static final String TOKEN_AS_HANDED_OUT = "A queue token exactly as it was handed out";
    private static final String WHEN_TO_ASK_AGAIN =
            "After how many seconds to ask again, as pollAfterSeconds; while it waits";

    private final JoinLine join;
    private final GiveUpPlace giveUp;
    private final PlaceViews places;
    private final EventStreams streams;

    QueueTokenController(JoinLine join, GiveUpPlace giveUp, PlaceViews places, EventStreams streams) {
        this.join = join;
        this.giveUp = giveUp;
        this.places = places;
        this.streams = streams;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "joinLine",
            summary = "Join a concert's line",
            description = "A user has at most one live token a concert: asking again returns it, its place unchanged.")
    @ApiResponse(
            responseCode = "201",
            description = "A new token",
            headers =
                    @Header(
                            name = HttpHeaders.RETRY_AFTER,
                            description = WHEN_TO_ASK_AGAIN,
                            schema = @Schema(type = "integer")))
    @ApiResponse(
            responseCode = "200",
            description = "The user's existing token",
            headers =
                    @Header(
                            name = HttpHeaders.RETRY_AFTER,
                            description = WHEN_TO_ASK_AGAIN,
                            schema = @Schema(type = "integer")))
    @Refuses({ConcertNotFound.class, SaleNotOpen.class, QueueFull.class})
    ResponseEntity<Place> join(@Valid @RequestBody JoinLineRequest request, UserId user) {
        var joined = join.join(user, request.concertId());
        return answer(
                joined.created() ? ResponseEntity.created(URI.create(CURRENT)) : ResponseEntity.ok(), joined.place());
    }

    @GetMapping("/current")
    @OpenToAll
    @Operation(
            operationId = "currentPlace",
            summary = "Ask where a token stands",
            description = "Costs next to nothing; ask again after pollAfterSeconds. A waiting token that nobody asks "
                    + "about any more is given up.")
    @ApiResponse(
            responseCode = "200",
            description = "The token's state",
            headers = {
                @Header(
                        name = HttpHeaders.RETRY_AFTER,
                        description = WHEN_TO_ASK_AGAIN,
                        schema = @Schema(type = "integer")),
                @Header(name = HttpHeaders.CACHE_CONTROL, description = "`no-store`", schema = @Schema(type = "string"))
            })
    @Refuses({QueueTokenRequired.class, QueueTokenInvalid.class})
    ResponseEntity<Place> current(
            @Parameter(required = true, description = TOKEN_AS_HANDED_OUT)
                    @RequestHeader(name = QUEUE_TOKEN, required = false)
                    @Nullable
                    String queueToken) {
        return answer(ResponseEntity.ok(), places.current(queueToken));
    }

    @GetMapping(path = "/current/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @OpenToAll
    @Operation(
            operationId = "currentPlaceEvents",
            summary = "Hear where a token stands",
            description =
                    "Server-sent events position, admitted, expired and replaced, each with the token as data; the "
                            + "stream ends after expired, and after replaced, which tells that the token has three others. As "
                            + "long as it is open, the token counts as asked about; while the token waits, it ends after 55 "
                            + "seconds, for a client that is still there to open it anew.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            headers = {
                @Header(
                        name = HttpHeaders.CACHE_CONTROL,
                        description = "`no-store`",
                        schema = @Schema(type = "string")),
                @Header(
                        name = "X-Accel-Buffering",
                        description = "`no`: a proxy is to pass each event on at once",
                        schema = @Schema(type = "string"))
            },
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = Place.class)))
    @ApiResponse(
            responseCode = "204",
            description = "The token has ended",
            headers =
                    @Header(
                            name = HttpHeaders.CACHE_CONTROL,
                            description = "`no-store`",
                            schema = @Schema(type = "string")),
            content = @Content)
    @Refuses({QueueTokenRequired.class, QueueTokenInvalid.class, TooManyStreams.class})
    ResponseEntity<SseEmitter> events(
            @Parameter(required = true, description = TOKEN_AS_HANDED_OUT)
                    @RequestHeader(name = QUEUE_TOKEN, required = false)
                    @Nullable
                    String queueToken) {
        var place = places.current(queueToken);
        return place.status() == Place.Status.EXPIRED ? ended() : streaming().body(streams.open(place.token()));
    }

    /** What the stream's answer would begin with. Opens none: nobody would ever read it, or notice its end. */
    @RequestMapping(path = "/current/events", method = RequestMethod.HEAD, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @OpenToAll
    @Hidden
    ResponseEntity<Void> eventsHead(@RequestHeader(name = QUEUE_TOKEN, required = false) @Nullable String queueToken) {
        var place = places.current(queueToken);
        if (place.status() == Place.Status.EXPIRED) {
            return ended();
        }
        streams.refuseWhatIsNotOpened(place.token());
        return streaming().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    @DeleteMapping("/current")
    @Operation(operationId = "giveUpPlace", summary = "Give up a place")
    @ApiResponse(responseCode = "204", description = "The token has ended, now or before", content = @Content)
    @Refuses({QueueTokenRequired.class, QueueTokenInvalid.class})
    ResponseEntity<Void> giveUp(
            @Parameter(required = true, description = TOKEN_AS_HANDED_OUT)
                    @RequestHeader(name = QUEUE_TOKEN, required = false)
                    @Nullable
                    String queueToken,
            UserId user) {
        giveUp.giveUp(queueToken, user);
        return ended();
    }

    private static <T> ResponseEntity<T> ended() {
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private static ResponseEntity.BodyBuilder streaming() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no");
    }

    private static ResponseEntity<Place> answer(ResponseEntity.BodyBuilder answer, Place place) {
        headers(place, answer::header);
        return answer.body(place);
    }

    /** What a place is answered with beside itself. */
    static void headers(Place place, BiConsumer<String, String> header) {
        if (place.status() == Place.Status.WAITING) {
            header.accept(HttpHeaders.RETRY_AFTER, Integer.toString(place.pollAfterSeconds()));
        }
        header.accept(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
