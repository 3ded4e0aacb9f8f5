package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.Refuses;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/schedules/{scheduleId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class SalesController {

    private static final String CSV = "text/csv";

    private final OverseeSchedule overseeSchedule;

    SalesController(OverseeSchedule overseeSchedule) {
        this.overseeSchedule = overseeSchedule;
    }

    @GetMapping("/sales")
    @Operation(operationId = "getSales", summary = "How a schedule sells, by sections and in all")
    @Refuses(ScheduleNotFound.class)
    SalesResponse sales(@PathVariable ScheduleId scheduleId) {
        return SalesResponse.from(overseeSchedule.sales(scheduleId));
    }

    @GetMapping(path = "/tickets", produces = CSV)
    @Operation(
            operationId = "listTickets",
            summary = "The paid tickets of a schedule, for a spreadsheet",
            description =
                    "RFC 4180: a header, then a row a ticket, in the order of the layout. A cell that a spreadsheet would"
                            + " take for a formula begins with an apostrophe.")
    @ApiResponse(
            responseCode = "200",
            description = "All paid tickets of the schedule",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "`attachment`",
                            schema = @Schema(type = "string")),
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject(
                                            "ticketId,reservationId,userId,section,row,number,seatLabel,price,status,complimentary,paidAt")))
    @Refuses(ScheduleNotFound.class)
    void tickets(@PathVariable ScheduleId scheduleId, HttpServletResponse response) throws IOException {
        try (var table = new TicketTable()) {
            overseeSchedule.paidTickets(scheduleId, table::add);
            response.setContentLengthLong(table.complete());
            response.setContentType(CSV + ";charset=UTF-8;header=present");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            table.writeTo(response.getOutputStream());
        }
    }
}
