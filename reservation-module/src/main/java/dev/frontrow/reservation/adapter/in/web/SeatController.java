package dev.frontrow.reservation.adapter.in.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.KeptBy;
import dev.frontrow.edge.OpenToAll;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.SharedAnswer;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.LookAtSeats;
import dev.frontrow.reservation.application.query.SeatLayout.Section;
import dev.frontrow.reservation.application.query.SeatMap;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/schedules/{scheduleId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Seats", description = "What can be had")
class SeatController {

    static final String QUEUE_TOKEN = "The place in line, active for this user and the schedule's concert";

    static final String FOR_A_MINUTE = "public, max-age=60";

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
            description = "Open to all. May lag by a second.")
    @ApiResponse(responseCode = "200", description = "The schedule's seats, counted", useReturnTypeSchema = true)
    @Refuses(ScheduleNotFound.class)
    SharedAnswer<AvailabilityResponse> availability(@PathVariable ScheduleId scheduleId) {
        var map = lookAtSeats.asAnybody(scheduleId);
        return answer(map, map.version() + ".availability", () -> AvailabilityResponse.from(map));
    }

    @GetMapping("/layout")
    @OpenToAll
    @KeptBy(FOR_A_MINUTE)
    @Operation(
            operationId = "getLayout",
            summary = "Where the seats are",
            description =
                    "Open to all. Where each seat is and what it costs, for `seat-states` to say which can be had.")
    @ApiResponse(
            responseCode = "200",
            description = "The schedule's seats by sections and rows",
            useReturnTypeSchema = true)
    @Refuses(ScheduleNotFound.class)
    SharedAnswer<LayoutResponse> layout(@PathVariable ScheduleId scheduleId) {
        var map = lookAtSeats.asAnybody(scheduleId);
        var layout = map.layout();
        return answer(map, layout.version() + ".layout", () -> LayoutResponse.from(layout));
    }

    @GetMapping("/seat-states")
    @Operation(
            operationId = "getSeatStates",
            summary = "Which seats can be had, compactly",
            description =
                    "For those who were let in. Two bits a seat, in the order of `layout`. May lag by a second; reserving"
                            + " never does.")
    @ApiResponse(
            responseCode = "200",
            description = "The states of all seats, in the order of the layout",
            useReturnTypeSchema = true)
    @Refuses(value = ScheduleNotFound.class, through = Admissions.class)
    SharedAnswer<SeatStatesResponse> seatStates(
            @PathVariable ScheduleId scheduleId,
            @Parameter(description = QUEUE_TOKEN) @RequestHeader(name = "Queue-Token", required = false) @Nullable
                    String queueToken,
            UserId user) {
        var map = lookAtSeats.asAdmitted(scheduleId, queueToken, user);
        return answer(map, map.version() + ".states", () -> SeatStatesResponse.from(map));
    }

    @GetMapping("/seats")
    @Operation(
            operationId = "getSeats",
            summary = "Which seats can be had",
            description = "For those who were let in. May lag by a second; reserving never does.")
    @ApiResponse(responseCode = "200", description = "Seats in the order of the layout", useReturnTypeSchema = true)
    @Refuses(value = ScheduleNotFound.class, through = Admissions.class)
    SharedAnswer<SeatsResponse> seats(
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
            @Parameter(description = "Of this section only", example = "A") @RequestParam(required = false) @Nullable
                    String section,
            @Parameter(description = QUEUE_TOKEN) @RequestHeader(name = "Queue-Token", required = false) @Nullable
                    String queueToken,
            UserId user) {
        var shown = section == null ? null : sectionOf(lookAtSeats.asAnybody(scheduleId), section);
        var map = lookAtSeats.asAdmitted(scheduleId, queueToken, user);
        var filter = status == null ? SeatFilter.DEFAULT : status;
        return answer(
                map, map.version() + "." + filter + "." + encoded(shown), () -> SeatsResponse.from(map, filter, shown));
    }

    /** What is wrong with the query is said before the line is asked. */
    private static String sectionOf(SeatMap map, String name) {
        return map.layout()
                .section(name)
                .map(Section::name)
                .orElseThrow(() -> new InvalidRequest("section", "is no section of this schedule"));
    }

    private <T> SharedAnswer<T> answer(SeatMap map, String name, Supplier<T> view) {
        return new SharedAnswer<>(name, () -> renderedSeats.of(map.scheduleId(), name, view));
    }

    private static String encoded(@Nullable String section) {
        return section == null ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(section.getBytes(UTF_8));
    }
}
