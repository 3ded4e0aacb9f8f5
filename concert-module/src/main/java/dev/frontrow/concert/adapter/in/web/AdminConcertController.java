package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/concerts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class AdminConcertController {

    private final PublishConcert publishConcert;
    private final ConcertViews concerts;
    private final RenderedConcerts renderedConcerts;

    AdminConcertController(PublishConcert publishConcert, ConcertViews concerts, RenderedConcerts renderedConcerts) {
        this.publishConcert = publishConcert;
        this.concerts = concerts;
        this.renderedConcerts = renderedConcerts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "publishConcert", summary = "Publish a concert", description = """
            Publishes a concert with all its schedules and seats. Its seats can be reserved from the answer on, where the \
            sale is open. A published concert never changes.""")
    @ApiResponse(
            responseCode = "201",
            description = "The concert with all its schedules, as everybody can see it.",
            headers =
                    @Header(
                            name = HttpHeaders.CACHE_CONTROL,
                            description = "`no-cache`",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    ResponseEntity<ConcertView> publish(@RequestBody @Valid NewConcertRequest request) {
        var concert = request.toConcert();
        publishConcert.publish(concert);
        renderedConcerts.forgetPages();
        return ResponseEntity.created(URI.create("/api/v1/concerts/" + concert.id()))
                .cacheControl(CacheControl.noCache())
                .body(concerts.find(concert.id()).orElseThrow());
    }
}
