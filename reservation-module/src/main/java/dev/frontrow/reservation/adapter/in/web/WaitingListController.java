package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.JoinWaitingList;
import dev.frontrow.reservation.application.port.in.LeaveWaitingList;
import dev.frontrow.reservation.application.port.in.LookAtSeats;
import dev.frontrow.reservation.application.port.in.LookAtWaitingList;
import dev.frontrow.reservation.application.query.SeatLayout;
import dev.frontrow.reservation.application.query.WaitingEntryView;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.SeatsAvailable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/schedules/{scheduleId}/waiting-list", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Waiting list", description = "Waiting for seats that become free")
class WaitingListController {

    private final JoinWaitingList joinWaitingList;
    private final LeaveWaitingList leaveWaitingList;
    private final LookAtSeats lookAtSeats;
    private final LookAtWaitingList lookAtWaitingList;

    WaitingListController(
            JoinWaitingList joinWaitingList,
            LeaveWaitingList leaveWaitingList,
            LookAtSeats lookAtSeats,
            LookAtWaitingList lookAtWaitingList) {
        this.joinWaitingList = joinWaitingList;
        this.leaveWaitingList = leaveWaitingList;
        this.lookAtSeats = lookAtSeats;
        this.lookAtWaitingList = lookAtWaitingList;
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "joinWaitingList", summary = "Wait for seats that become free", description = """
            What becomes free is offered in the order of joining, whole wishes only, as a reservation that is to be paid in time. \
            Asking for another number keeps the place; the same again changes nothing.""")
    @ApiResponse(responseCode = "201", description = "You wait, at the end of the list")
    @ApiResponse(responseCode = "200", description = "You waited already, and wait for this now")
    @Refuses({
        ScheduleNotFound.class,
        SaleNotOpen.class,
        ChangeNotAllowed.class,
        SeatLimitExceeded.class,
        SeatsAvailable.class
    })
    ResponseEntity<WaitingEntryView> join(
            @PathVariable ScheduleId scheduleId, @Valid @RequestBody WaitingListRequest request, UserId user) {
        var anew = joinWaitingList.join(scheduleId, user, wish(scheduleId, request));
        return ResponseEntity.status(anew ? HttpStatus.CREATED : HttpStatus.OK).body(entry(scheduleId, user));
    }

    @GetMapping
    @Operation(operationId = "getWaitingListEntry", summary = "Your place on the waiting list")
    @ApiResponse(responseCode = "200", description = "Your place as it is now")
    @Refuses({ScheduleNotFound.class, NotOnWaitingList.class})
    WaitingEntryView entry(@PathVariable ScheduleId scheduleId, UserId user) {
        return lookAtWaitingList.entry(scheduleId, user);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "leaveWaitingList",
            summary = "Wait no longer",
            description = "Gives up your place, and what was offered to you with it.")
    @ApiResponse(responseCode = "204", description = "You don't wait any more", content = @Content)
    @Refuses({ScheduleNotFound.class, NotOnWaitingList.class})
    void leave(@PathVariable ScheduleId scheduleId, UserId user) {
        leaveWaitingList.leave(scheduleId, user);
    }

    private SeatWish wish(ScheduleId scheduleId, WaitingListRequest request) {
        var sections = new TreeSet<String>();
        if (request.sections() != null) {
            var layout = lookAtSeats.asAnybody(scheduleId).layout();
            request.sections().forEach(name -> sections.add(section(layout, name)));
        }
        return new SeatWish(request.seats(), sections);
    }

    private static String section(SeatLayout layout, String name) {
        return layout.section(name)
                .map(SeatLayout.Section::name)
                .orElseThrow(() -> new InvalidRequest("sections", "names no section of this schedule: " + name));
    }
}
