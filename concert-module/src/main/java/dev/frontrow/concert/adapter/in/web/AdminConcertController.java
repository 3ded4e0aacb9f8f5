package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.application.query.ConcertCatalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/concerts")
@Tag(name = "Admin")
class AdminConcertController {

    private final PublishConcert publishConcert;
    private final ConcertCatalogue catalogue;
    private final ConcertResponses responses;

    AdminConcertController(PublishConcert publishConcert, ConcertCatalogue catalogue, ConcertResponses responses) {
        this.publishConcert = publishConcert;
        this.catalogue = catalogue;
        this.responses = responses;
    }

    @Operation(
            operationId = "publishConcert",
            summary = "Publish a concert",
            description = "Publishes a concert with all its schedules and seats. Its seats can be reserved from the"
                    + " answer on, where the sale is open. A published concert never changes.")
    @ApiResponse(
            responseCode = "201",
            description = "The concert with all its schedules.",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where the concert is found.",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(name = "Cache-Control", description = "`no-cache`", schema = @Schema(type = "string"))
            },
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "`invalid-request`: each violation with its field; nothing was published.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("""
                                    {"type":"/problems/invalid-request","title":"Invalid request","status":400,\
                                    "code":"invalid-request","errors":[{"field":"schedules[0].salesCloseAt",\
                                    "message":"must not be after startsAt"}]}""")))
    @ApiResponse(
            responseCode = "401",
            description = "`unauthenticated`: no valid bearer token.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "403",
            description = "`forbidden`: the token lacks the scope `admin`.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ConcertResponse> publish(@RequestBody @Valid NewConcertRequest request) {
        var id = publishConcert.publish(request.toNewConcert());
        var concert = catalogue
                .find(id)
                .orElseThrow(() -> new IllegalStateException("concert " + id + " was published and is not there"));
        return ResponseEntity.created(URI.create("/api/v1/concerts/" + id))
                .cacheControl(CacheControl.noCache())
                .body(responses.concert(concert));
    }
}
