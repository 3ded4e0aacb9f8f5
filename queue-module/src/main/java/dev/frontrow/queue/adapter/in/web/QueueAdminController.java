package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.QueueRefused.ConcertNotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/queues")
@Tag(name = "Admin")
class QueueAdminController {

    private final LookAtLine lookAt;
    private final ChangeLine change;
    private final Responses responses;

    QueueAdminController(LookAtLine lookAt, ChangeLine change, Responses responses) {
        this.lookAt = lookAt;
        this.change = change;
        this.responses = responses;
    }

    @GetMapping(path = "/{concertId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "lineFigures", summary = "See a line's settings and figures")
    @ApiResponse(responseCode = "200", description = "Settings and figures; the totals may lag by some seconds")
    @ApiResponse(
            responseCode = "404",
            description = Described.NO_CONCERT,
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<LineResponse> figures(@PathVariable String concertId) {
        return figures(parse(concertId));
    }

    @PutMapping(
            path = "/{concertId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeLine",
            summary = "Change how a line lets people in",
            description = "Applies at once, on all instances together. Lowering maxActive ends nobody's token.")
    @ApiResponse(responseCode = "200", description = "The new settings, and figures")
    @ApiResponse(
            responseCode = "404",
            description = Described.NO_CONCERT,
            content = @Content(mediaType = Described.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<LineResponse> change(@PathVariable String concertId, @Valid @RequestBody LineSettingsBody body) {
        var settings = new LineSettings(
                Objects.requireNonNull(body.maxActive()),
                Objects.requireNonNull(body.admissionsPerSecond()),
                Objects.requireNonNull(body.paused()));
        var line = parse(concertId);
        change.change(line, settings);
        return figures(line);
    }

    private ResponseEntity<LineResponse> figures(ConcertId concertId) {
        var figures = lookAt.look(concertId);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(responses.line(figures));
    }

    private static ConcertId parse(String concertId) {
        return ConcertId.parse(concertId).orElseThrow(() -> new ConcertNotFound("with this id"));
    }
}
