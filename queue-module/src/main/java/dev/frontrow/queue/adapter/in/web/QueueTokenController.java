package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.Places;
import dev.frontrow.queue.domain.QueueRefused.ConcertNotFound;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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
@RequestMapping("/api/v1/queue-tokens")
@Tag(name = "Queue", description = "The line in front of a sale: join, ask where you stand, be let in.")
class QueueTokenController {

    private static final URI CURRENT = URI.create("/api/v1/queue-tokens/current");

    private final JoinLine join;
    private final GiveUpPlace giveUp;
    private final Places places;
    private final EventStreams streams;
    private final Responses responses;

    QueueTokenController(JoinLine join, GiveUpPlace giveUp, Places places, EventStreams streams, Responses responses) {
        this.join = join;
        this.giveUp = giveUp;
        this.places = places;
        this.streams = streams;
        this.responses = responses;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "joinLine",
            summary = "Join a concert's line",
            description = "A user has at most one live token a concert: asking again returns it, its place unchanged.")
    @ApiResponse(
            responseCode = "201",
            description = "A new token",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where to ask for the token's state",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(name = "Retry-After", description = Described.RETRY_AFTER, schema = @Schema(type = "integer"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The user's existing token",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = Described.RETRY_AFTER,
                            schema = @Schema(type = "integer")))
    @ApiResponse(
            responseCode = "404",
            description = Described.NO_CONCERT,
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "409",
            description = "sale-not-open: salesOpenAt says when the next sale opens, or is null",
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "503",
            description = "queue-full, or unavailable: asking again after Retry-After is safe",
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<TokenResponse> join(@Valid @RequestBody JoinRequestBody body, Principal principal) {
        var text = Objects.requireNonNull(body.concertId());
        var concertId = ConcertId.parse(text).orElseThrow(() -> new ConcertNotFound("with this id"));
        var joined = join.join(principal.getName(), concertId);
        var answer = joined.created() ? ResponseEntity.created(CURRENT) : ResponseEntity.ok();
        return answering(answer, joined.place());
    }

    @GetMapping(path = "/current", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "currentPlace",
            summary = "Ask where a token stands",
            description = "Costs next to nothing; ask again after pollAfterSeconds. A waiting token that nobody asks "
                    + "about any more is given up.",
            parameters =
                    @Parameter(
                            name = QueueTokenHeader.NAME,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = Described.TOKEN_HEADER))
    @ApiResponse(
            responseCode = "200",
            description = "The token's state",
            headers = {
                @Header(name = "Retry-After", description = Described.RETRY_AFTER, schema = @Schema(type = "integer")),
                @Header(name = "Cache-Control", description = "`no-store`", schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "403",
            description = Described.NO_TOKEN,
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<TokenResponse> current(@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        return answering(ResponseEntity.ok(), places.current(QueueTokenHeader.in(headers)));
    }

    @GetMapping(path = "/current/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "currentPlaceEvents",
            summary = "Hear where a token stands",
            description = "Server-sent events position, admitted and expired, each with the token as data; the stream "
                    + "ends after expired. As long as it is open, the token counts as asked about.",
            parameters =
                    @Parameter(
                            name = QueueTokenHeader.NAME,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = Described.TOKEN_HEADER))
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            headers = {
                @Header(name = "Cache-Control", description = "`no-store`", schema = @Schema(type = "string")),
                @Header(
                        name = "X-Accel-Buffering",
                        description = "`no`: a proxy is to pass each event on at once",
                        schema = @Schema(type = "string"))
            },
            content = @Content(mediaType = "text/event-stream", schema = @Schema(implementation = TokenResponse.class)))
    @ApiResponse(
            responseCode = "204",
            description = "The token has ended",
            headers = @Header(name = "Cache-Control", description = "`no-store`", schema = @Schema(type = "string")),
            content = @Content)
    @ApiResponse(
            responseCode = "403",
            description = Described.NO_TOKEN,
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "503",
            description = "too-many-streams: poll instead",
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<SseEmitter> events(@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var place = places.current(QueueTokenHeader.in(headers));
        if (place.status() == Place.Status.EXPIRED) {
            return ResponseEntity.noContent()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return streaming().body(streams.open(place.token()));
    }

    /** What the stream's answer would begin with. Opens none: nobody would ever read it, or notice its end. */
    @RequestMapping(path = "/current/events", method = RequestMethod.HEAD, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Hidden
    ResponseEntity<Void> eventsHead(@RequestHeader HttpHeaders headers) {
        var place = places.current(QueueTokenHeader.in(headers));
        if (place.status() == Place.Status.EXPIRED) {
            return ResponseEntity.noContent()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        streams.refuseIfFull(place.token());
        return streaming().contentType(MediaType.TEXT_EVENT_STREAM).build();
    }

    @DeleteMapping(path = "/current", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "giveUpPlace",
            summary = "Give up a place",
            parameters =
                    @Parameter(
                            name = QueueTokenHeader.NAME,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = Described.TOKEN_HEADER))
    @ApiResponse(responseCode = "204", description = "The token has ended, now or before", content = @Content)
    @ApiResponse(
            responseCode = "403",
            description = Described.NO_TOKEN,
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<Void> giveUp(@Parameter(hidden = true) @RequestHeader HttpHeaders headers, Principal principal) {
        giveUp.giveUp(QueueTokenHeader.in(headers), principal.getName());
        return ResponseEntity.status(HttpStatus.NO_CONTENT)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static ResponseEntity.BodyBuilder streaming() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no");
    }

    private ResponseEntity<TokenResponse> answering(ResponseEntity.BodyBuilder answer, Place place) {
        if (place.status() == Place.Status.WAITING) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(place.pollAfterSeconds()));
        }
        return answer.cacheControl(CacheControl.noStore()).body(responses.token(place));
    }
}
