package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.port.in.LookAtSeats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/schedules/{scheduleId}")
@Tag(name = "Seats", description = "What can be had")
class SeatController {

    private static final String OPEN_TO_ALL = "no-cache";
    private static final String OWN = "private, no-cache";

    private final LookAtSeats lookAtSeats;
    private final RenderedSeats renderedSeats;

    SeatController(LookAtSeats lookAtSeats, RenderedSeats renderedSeats) {
        this.lookAtSeats = lookAtSeats;
        this.renderedSeats = renderedSeats;
    }

    @GetMapping(path = "/availability", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getAvailability",
            summary = "How many seats can be had",
            description = "Open to all. May lag by a second.",
            parameters =
                    @Parameter(
                            name = "If-None-Match",
                            in = ParameterIn.HEADER,
                            description = Documented.IF_NONE_MATCH,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "The schedule's seats, counted",
            headers = @Header(name = "ETag", description = Documented.ETAG, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "304",
            description = "Nothing has changed",
            headers = @Header(name = "ETag", description = Documented.ETAG, schema = @Schema(type = "string")),
            content = @Content)
    @Documented.NoSchedule
    ResponseEntity<AvailabilityResponse> availability(
            @PathVariable String scheduleId, @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        var map = lookAtSeats.availability(scheduleId);
        var etag = new WeakEtag(map.version());
        if (etag.isKnown(headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(etag.toString())
                    .header(HttpHeaders.CACHE_CONTROL, OPEN_TO_ALL)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(etag.toString())
                .header(HttpHeaders.CACHE_CONTROL, OPEN_TO_ALL)
                .body(AvailabilityResponse.from(map));
    }

    @GetMapping(path = "/seats", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getSeats",
            summary = "Which seats can be had",
            description = "For those who were let in. May lag by a second; reserving never does.",
            parameters =
                    @Parameter(
                            name = "If-None-Match",
                            in = ParameterIn.HEADER,
                            description = Documented.IF_NONE_MATCH,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Seats in the order of the layout",
            headers = @Header(name = "ETag", description = Documented.ETAG, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SeatsResponse.class)))
    @ApiResponse(
            responseCode = "304",
            description = "Nothing has changed",
            headers = @Header(name = "ETag", description = Documented.ETAG, schema = @Schema(type = "string")),
            content = @Content)
    @Documented.NoSchedule
    @Documented.NotLetIn
    ResponseEntity<byte[]> seats(
            @PathVariable String scheduleId,
            @Parameter(
                            description = "Which seats, by their state",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"available", "all"},
                                            defaultValue = "available"))
                    @RequestParam(required = false)
                    @Nullable
                    SeatFilter status,
            @Parameter(description = "Of this section only", example = "A")
                    @RequestParam(required = false)
                    @Size(min = 1, max = 20)
                    @Nullable
                    String section,
            @Parameter(description = Documented.QUEUE_TOKEN)
                    @RequestHeader(name = "Queue-Token", required = false)
                    @Nullable
                    String queueToken,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            Principal principal)
            throws ServletRequestBindingException {
        Sent.once(query, "status", "section");
        var filter = status == null ? SeatFilter.DEFAULT : status;
        var map = lookAtSeats.seats(scheduleId, queueToken, principal.getName());
        var etag = new WeakEtag(map.version() + "." + filter + "." + encoded(section));
        if (etag.isKnown(headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(etag.toString())
                    .header(HttpHeaders.CACHE_CONTROL, OWN)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(etag.toString())
                .header(HttpHeaders.CACHE_CONTROL, OWN)
                .body(renderedSeats.of(map, filter, section));
    }

    private static String encoded(@Nullable String section) {
        return section == null
                ? ""
                : Base64.getUrlEncoder().withoutPadding().encodeToString(section.getBytes(StandardCharsets.UTF_8));
    }
}
