package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.edge.Refuses;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.application.query.LineFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/queues/{concertId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class QueueAdminController {

    private final LookAtLine lookAt;
    private final ChangeLine change;

    QueueAdminController(LookAtLine lookAt, ChangeLine change) {
        this.lookAt = lookAt;
        this.change = change;
    }

    @GetMapping
    @Operation(
            operationId = "lineFigures",
            summary = "See a line's settings and figures",
            description = "The totals may lag by some seconds.")
    @Refuses(ConcertNotFound.class)
    LineFigures figures(@PathVariable ConcertId concertId) {
        return lookAt.look(concertId);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeLine",
            summary = "Change how a line lets people in",
            description = "Applies at once, on all instances together. Lowering maxActive ends nobody's token.")
    @Refuses(ConcertNotFound.class)
    LineFigures change(@PathVariable ConcertId concertId, @Valid @RequestBody LineSettingsRequest request) {
        change.change(concertId, request.settings());
        return lookAt.look(concertId);
    }
}
