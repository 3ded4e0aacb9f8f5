package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.Refuses;
import dev.frontrow.reservation.application.port.in.CallOffShow;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.query.ShowCancellationView;
import dev.frontrow.reservation.domain.CancellationNotFound;
import dev.frontrow.reservation.domain.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/schedules/{scheduleId}/cancellation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class CancellationController {

    private final CallOffShow callOffShow;
    private final OverseeSchedule overseeSchedule;

    CancellationController(CallOffShow callOffShow, OverseeSchedule overseeSchedule) {
        this.callOffShow = callOffShow;
        this.overseeSchedule = overseeSchedule;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "cancelShow", summary = "Cancel a show", description = """
            For good, until the show begins. From the answer on nothing of it can be reserved or paid, and what was held is void. \
            Whatever was paid is refunded in full afterwards, each reservation once. Repeating it is safe: it answers with the \
            first reason and with how far the refunds are.""")
    @ApiResponse(responseCode = "202", description = "It is cancelled; the refunds are made one after another")
    @Refuses({ScheduleNotFound.class, ChangeNotAllowed.class})
    ShowCancellationView cancel(@PathVariable ScheduleId scheduleId, @Valid @RequestBody CancellationRequest request) {
        callOffShow.callOff(scheduleId, new Reason(request.reason()));
        return overseeSchedule.cancellation(scheduleId);
    }

    @GetMapping
    @Operation(operationId = "getCancellation", summary = "How far the refunds of a cancelled show are")
    @Refuses({ScheduleNotFound.class, CancellationNotFound.class})
    ShowCancellationView cancellation(@PathVariable ScheduleId scheduleId) {
        return overseeSchedule.cancellation(scheduleId);
    }
}
