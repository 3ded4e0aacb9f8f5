package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.OpenToAll;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.LookAtSeats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping(path = "/api/v1/schedules/{scheduleId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Seats", description = "What can be had")
class SeatController {

    static final String QUEUE_TOKEN = "The place in line, active for this user and the schedule's concert";

    private static final String ETAG = "Weak, made from the content; to be sent as `If-None-Match`";
    private static final String IF_NONE_MATCH =
            "The `ETag` of what you have; while that is the content still, the answer is 304";

    private final LookAtSeats lookAtSeats;
    private final RenderedSeats renderedSeats;

    SeatController(LookAtSeats lookAtSeats, RenderedSeats renderedSeats) {
        this.lookAtSeats = lookAtSeats;
        this.renderedSeats = renderedSeats;
    }

    @GetMapping("/availability")
    @OpenToAll
    @Operation(
            operationId = "getAvailability",
            summary = "How many seats can be had",
            description = "Open to all. May lag by a second.",
            parameters =
                    @Parameter(
                            name = "If-None-Match",
                            in = ParameterIn.HEADER,
                            description = IF_NONE_MATCH,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "The schedule's seats, counted",
            headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "304",
            description = "Nothing has changed",
            headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = "string")),
            content = @Content)
    @Refuses(ScheduleNotFound.class)
    @Nullable
    AvailabilityResponse availability(
            @PathVariable ScheduleId scheduleId, WebRequest request, HttpServletResponse response) {
        var map = lookAtSeats.availability(scheduleId);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return isKnown(map.version(), request, response) ? null : AvailabilityResponse.from(map);
    }

    @GetMapping("/seats")
    @Operation(
            operationId = "getSeats",
            summary = "Which seats can be had",
            description = "For those who were let in. May lag by a second; reserving never does.",
            parameters =
                    @Parameter(
                            name = "If-None-Match",
                            in = ParameterIn.HEADER,
                            description = IF_NONE_MATCH,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "Seats in the order of the layout",
            headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SeatsResponse.class)))
    @ApiResponse(
            responseCode = "304",
            description = "Nothing has changed",
            headers = @Header(name = "ETag", description = ETAG, schema = @Schema(type = "string")),
            content = @Content)
    @Refuses(value = ScheduleNotFound.class, through = Admissions.class)
    byte @Nullable [] seats(
            @PathVariable ScheduleId scheduleId,
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
            @Parameter(description = QUEUE_TOKEN) @RequestHeader(name = "Queue-Token", required = false) @Nullable
                    String queueToken,
            UserId user,
            WebRequest request,
            HttpServletResponse response) {
        var map = lookAtSeats.seats(scheduleId, queueToken, user);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        var filter = status == null ? SeatFilter.DEFAULT : status;
        var content = map.version() + "." + filter + "." + encoded(section);
        return isKnown(content, request, response) ? null : renderedSeats.of(map, filter, section);
    }

    /**
     * Whether the client has this content, as the answer then says. Spring passes by a {@code *}, which means whatever there
     * is (RFC 9110, 13.1.2).
     */
    private static boolean isKnown(String content, WebRequest request, HttpServletResponse response) {
        if (request.checkNotModified("W/\"" + content + "\"")) {
            return true;
        }
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.strip().equals("*")) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }

    private static String encoded(@Nullable String section) {
        return section == null
                ? ""
                : Base64.getUrlEncoder().withoutPadding().encodeToString(section.getBytes(StandardCharsets.UTF_8));
    }
}
