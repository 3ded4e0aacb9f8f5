package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.edge.PreconditionFailed;
import dev.frontrow.edge.Refuses;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.application.query.LineFigures;
import dev.frontrow.queue.domain.LineSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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
    @ApiResponse(
            responseCode = "200",
            description = "The line as it is now",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Strong, the version of the settings; to be sent as `If-Match`.",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @Refuses(ConcertNotFound.class)
    LineFigures figures(@PathVariable ConcertId concertId, HttpServletResponse response) {
        var seen = lookAt.look(concertId);
        response.setHeader(HttpHeaders.ETAG, seen.version().tag());
        return seen.figures();
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeLine",
            summary = "Set how a line lets people in",
            description = "Applies at once, on all instances together. Lowering maxActive ends nobody's token.")
    @Refuses({ConcertNotFound.class, PreconditionFailed.class})
    ResponseEntity<LineFigures> set(
            @PathVariable ConcertId concertId,
            @Valid @RequestBody LineSettingsRequest request,
            @Nullable IfMatch seen) {
        return changed(concertId, _ -> request.settings(), seen);
    }

    @PatchMapping(consumes = {Given.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "adjustLine",
            summary = "Change some of how a line lets people in",
            description =
                    "What is not named stays: raising maxActive never ends somebody else's pause. Applies at once, on all"
                            + " instances together. A JSON Merge Patch (RFC 7386).")
    @Refuses({ConcertNotFound.class, PreconditionFailed.class})
    ResponseEntity<LineFigures> adjust(
            @PathVariable ConcertId concertId, @RequestBody LineSettingsPatch patch, @Nullable IfMatch seen) {
        patch.check();
        return changed(concertId, patch::of, seen);
    }

    private ResponseEntity<LineFigures> changed(
            ConcertId concertId, UnaryOperator<LineSettings> change, @Nullable IfMatch seen) {
        this.change.change(concertId, change, seen);
        var changed = lookAt.look(concertId);
        return ResponseEntity.ok().eTag(changed.version().tag()).body(changed.figures());
    }
}
