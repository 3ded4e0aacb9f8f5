package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.application.query.ConcertCatalogue;
import dev.frontrow.concert.domain.ConcertNotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/concerts")
@Tag(name = "Concerts", description = "What is on sale, and when. Open to all.")
class ConcertController {

    private final ConcertCatalogue catalogue;
    private final ConcertResponses responses;

    ConcertController(ConcertCatalogue catalogue, ConcertResponses responses) {
        this.catalogue = catalogue;
        this.responses = responses;
    }

    @InitBinder
    void eachParameterOnce(WebDataBinder binder) {
        binder.registerCustomEditor(Sale.class, new Once<>(Sale::valueOf));
        binder.registerCustomEditor(Cursor.class, new Once<>(Cursor::valueOf));
        binder.registerCustomEditor(PageLimit.class, new Once<>(PageLimit::valueOf));
    }

    @Operation(
            operationId = "listConcerts",
            summary = "List concerts",
            description = "Concerts with a schedule that matches `sale`, each with those schedules alone, ordered by"
                    + " their next start. Concerts whose schedules have all started come last, the latest first.")
    @ApiResponse(responseCode = "200", description = "A page of concerts.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "400",
            description = "`invalid-request`: a parameter is not as described.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("""
                                    {"type":"/problems/invalid-request","title":"Invalid request","status":400,\
                                    "code":"invalid-request","errors":[{"field":"limit","message":"…"}]}""")))
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ConcertListResponse> list(
            @Parameter(
                            description =
                                    "`open`: on sale now; `upcoming`: their sale opens later; `all`: all of them.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"open", "upcoming", "all"},
                                            defaultValue = "open"))
                    @RequestParam(required = false)
                    @Nullable
                    Sale sale,
            @Parameter(
                            description = "The `nextCursor` of the page before; none for the first page.",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Cursor cursor,
            @Parameter(
                            description = "The most concerts on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(required = false)
                    @Nullable
                    PageLimit limit) {
        var page = catalogue.page(
                (sale == null ? Sale.DEFAULT : sale).filter(),
                cursor == null ? null : cursor.position(),
                (limit == null ? PageLimit.DEFAULT : limit).value());
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(responses.list(page));
    }

    @Operation(
            operationId = "getConcert",
            summary = "Get a concert",
            description = "A concert with all its schedules, ordered by their start.")
    @ApiResponse(responseCode = "200", description = "The concert.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "404",
            description = "`concert-not-found`: no concert has this id.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("""
                                    {"type":"/problems/concert-not-found","title":"Concert not found","status":404,\
                                    "detail":"There is no concert 42.","code":"concert-not-found"}""")))
    @GetMapping(path = "/{concertId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ConcertResponse> get(
            @Parameter(description = "The concert's id.", example = "5f0c4a52-6a3c-4b52-9d0e-0f6a3b1c2d4e")
                    @PathVariable
                    String concertId) {
        var concert =
                ConcertId.parse(concertId).flatMap(catalogue::find).orElseThrow(() -> new ConcertNotFound(concertId));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(responses.concert(concert));
    }
}
