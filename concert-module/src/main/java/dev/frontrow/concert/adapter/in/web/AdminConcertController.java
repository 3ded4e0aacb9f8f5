package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.application.port.in.EditConcert;
import dev.frontrow.concert.application.port.in.Effect;
import dev.frontrow.concert.application.port.in.EnlargeConcert;
import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.application.query.AdminConcertView;
import dev.frontrow.concert.application.query.AdminConcertViews;
import dev.frontrow.concert.application.query.AdminConcertViews.Versioned;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.PreconditionFailed;
import dev.frontrow.edge.PreconditionRequired;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class AdminConcertController {

    private static final String VERSION = "Strong, the version of the concert; to be sent as `If-Match`.";

    private final PublishConcert publishConcert;
    private final EditConcert editConcert;
    private final EnlargeConcert enlargeConcert;
    private final AdminConcertViews concerts;
    private final RenderedConcerts renderedConcerts;

    AdminConcertController(
            PublishConcert publishConcert,
            EditConcert editConcert,
            EnlargeConcert enlargeConcert,
            AdminConcertViews concerts,
            RenderedConcerts renderedConcerts) {
        this.publishConcert = publishConcert;
        this.editConcert = editConcert;
        this.enlargeConcert = enlargeConcert;
        this.concerts = concerts;
        this.renderedConcerts = renderedConcerts;
    }

    @GetMapping("/concerts")
    @Operation(operationId = "listAllConcerts", summary = "List concerts, hidden ones too", description = """
            Concerts with a schedule that matches `sale`, each with those schedules alone, in the order of the list that \
            everybody sees.""")
    Page<AdminConcertView> concerts(
            @Parameter(
                            description = ConcertController.SALE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"open", "upcoming", "all"},
                                            defaultValue = "all"))
                    @RequestParam(required = false)
                    @Nullable
                    SaleFilter sale,
            PageRequest page) {
        return concerts.page(sale == null ? SaleFilter.of("all") : sale, page);
    }

    @GetMapping("/concerts/{concertId}")
    @Operation(
            operationId = "getConcertToEdit",
            summary = "Get a concert as it can be changed",
            description = "A concert with all its schedules, ordered by their start, and what their seats cost.")
    @ApiResponse(
            responseCode = "200",
            description = "The concert as it is now.",
            headers = @Header(name = HttpHeaders.ETAG, description = VERSION, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @Refuses(ConcertNotFound.class)
    AdminConcertView concert(@PathVariable ConcertId concertId, HttpServletResponse response) {
        var seen = concerts.find(concertId).orElseThrow(ConcertNotFound::new);
        response.setHeader(HttpHeaders.ETAG, seen.version().tag());
        return seen.concert();
    }

    @PostMapping(path = "/concerts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "publishConcert", summary = "Publish a concert", description = """
            Publishes a concert with all its schedules and seats. Its seats can be reserved from the answer on, where the \
            sale is open, unless it is hidden.""")
    @ApiResponse(
            responseCode = "201",
            description = "The concert with all its schedules.",
            headers = {
                @Header(
                        name = HttpHeaders.CACHE_CONTROL,
                        description = "`no-cache`",
                        schema = @Schema(type = "string")),
                @Header(name = HttpHeaders.ETAG, description = VERSION, schema = @Schema(type = "string"))
            },
            useReturnTypeSchema = true)
    @Refuses(IdempotencyKeyReused.class)
    ResponseEntity<AdminConcertView> publish(
            @RequestBody @Valid NewConcertRequest request, @Nullable IdempotencyKey key, UserId user) {
        var concert = request.toConcert();
        var used = key == null ? null : new UsedKey(user, "publish", key);
        var effect = publishConcert.publish(concert, used);
        var answer = answer(used, () -> concerts.find(concert.id()).orElseThrow());
        return created(effect, answer).cacheControl(CacheControl.noCache()).body(answer.concert());
    }

    @PostMapping(path = "/concerts/{concertId}/schedules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "addSchedule", summary = "Add a date to a concert", description = """
            Adds a schedule with its seats, which can be reserved from the answer on, where the sale is open.""")
    @ApiResponse(
            responseCode = "201",
            description = "The concert with all its schedules.",
            headers = @Header(name = HttpHeaders.ETAG, description = VERSION, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @Refuses({IdempotencyKeyReused.class, ConcertNotFound.class, ChangeNotAllowed.class})
    ResponseEntity<AdminConcertView> addSchedule(
            @PathVariable ConcertId concertId,
            @RequestBody @Valid NewScheduleRequest request,
            @Nullable IdempotencyKey key,
            UserId user) {
        var used = key == null ? null : new UsedKey(user, "add-schedule", key);
        var effect = enlargeConcert.addSchedule(concertId, request.toSchedule(), used);
        var answer = answer(used, () -> concerts.find(concertId).orElseThrow());
        return created(effect, answer).body(answer.concert());
    }

    @PostMapping(path = "/schedules/{scheduleId}/sections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "addSection", summary = "Add seats to a schedule", description = """
            Adds a section at the end of the layout, until the schedule has begun. Its seats can be reserved from the answer \
            on, where the sale is open.""")
    @ApiResponse(
            responseCode = "201",
            description = "The concert with all its schedules.",
            headers = @Header(name = HttpHeaders.ETAG, description = VERSION, schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @Refuses({IdempotencyKeyReused.class, ScheduleNotFound.class, ChangeNotAllowed.class})
    ResponseEntity<AdminConcertView> addSection(
            @PathVariable ScheduleId scheduleId,
            @RequestBody @Valid NewSectionRequest request,
            @Nullable IdempotencyKey key,
            UserId user) {
        var used = key == null ? null : new UsedKey(user, "add-section", key);
        var effect = enlargeConcert.addSection(scheduleId, request.toSection(), used);
        var answer = answer(used, () -> concerts.findBySchedule(scheduleId));
        return created(effect, answer).body(answer.concert());
    }

    /** What was answered under the key, where there is one, and else what there is now. */
    private Versioned answer(@Nullable UsedKey used, Supplier<Versioned> present) {
        return used == null ? present.get() : concerts.answered(used);
    }

    private ResponseEntity.BodyBuilder created(Effect effect, Versioned answer) {
        var id = answer.concert().id();
        renderedConcerts.forget(id);
        var created = ResponseEntity.created(URI.create("/api/v1/concerts/" + id))
                .eTag(answer.version().tag());
        return effect == Effect.DONE_BEFORE ? created.header(IdempotencyKey.REPLAYED, "true") : created;
    }

    @PatchMapping(
            path = "/concerts/{concertId}",
            consumes = {Given.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "editConcert", summary = "Change a concert", description = """
            Makes the whole change, or none of it. Reserving, paying and joining obey it at once; everybody sees it within two \
            seconds. A schedule's sale may open or close now; closing it ends no hold. A new price is for those who reserve \
            from then on. A schedule can be moved until it has begun; its sale does not move along. A JSON Merge Patch (RFC \
            7386), in which schedules are found by their `id` and sections by their `name`.""")
    @ApiResponse(responseCode = "200", description = "The concert as it is now.", useReturnTypeSchema = true)
    @Refuses({ConcertNotFound.class, PreconditionRequired.class, PreconditionFailed.class, ChangeNotAllowed.class})
    ResponseEntity<AdminConcertView> edit(
            @PathVariable ConcertId concertId, @RequestBody ConcertPatch patch, @Nullable IfMatch seen) {
        editConcert.edit(concertId, patch.toChange(), seen);
        renderedConcerts.forget(concertId);
        var edited = concerts.find(concertId).orElseThrow();
        return ResponseEntity.ok().eTag(edited.version().tag()).body(edited.concert());
    }
}
