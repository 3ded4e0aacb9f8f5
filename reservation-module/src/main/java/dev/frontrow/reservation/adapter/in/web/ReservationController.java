package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.in.ReserveSeats;
import dev.frontrow.reservation.application.query.ReservationViews;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reservations")
@Tag(name = "Reservations", description = "Held and paid seats")
class ReservationController {

    private static final String PATH = "/api/v1/reservations/";
    private static final String OWN = "private, no-cache";

    private final ReserveSeats reserveSeats;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final ReservationViews views;
    private final ReservationMapper mapper;

    ReservationController(
            ReserveSeats reserveSeats,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            ReservationViews views,
            ReservationMapper mapper) {
        this.reserveSeats = reserveSeats;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.views = views;
        this.mapper = mapper;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "reserveSeats",
            summary = "Hold seats, all or none",
            description =
                    "Holds them for some minutes and opens a payment. Without an idempotency key, a retry may meet its"
                            + " own seats as taken; with one, it gets the first answer again.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "Names this wish among the user's; 1 to 255 visible ASCII characters",
            schema = @Schema(type = "string", minLength = 1, maxLength = 255))
    @ApiResponse(
            responseCode = "201",
            description = "The seats are held",
            headers = {
                @Header(
                        name = "Location",
                        description = "The reservation",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = "Idempotency-Replayed",
                        description = "`true` where an earlier request made it; left out otherwise",
                        schema = @Schema(type = "string", allowableValues = "true"))
            })
    @Documented.NotLetIn
    @ApiResponse(
            responseCode = "404",
            description = "`schedule-not-found`; `seat-not-found`: a seat that is not one of the schedule",
            content =
                    @Content(
                            mediaType = Documented.PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":404,\"code\":\"seat-not-found\"}")))
    @ApiResponse(
            responseCode = "409",
            description = "`sale-not-open`; `seat-taken`: none was held, `seatIds` are those taken",
            content =
                    @Content(
                            mediaType = Documented.PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":409,\"code\":\"seat-taken\",\"seatIds\":[\"17\"]}")))
    @ApiResponse(
            responseCode = "422",
            description =
                    "`seat-limit-exceeded`: more than `limit` seats of the schedule; `idempotency-key-reused`: the key was sent with other seats",
            content =
                    @Content(
                            mediaType = Documented.PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":422,\"code\":\"seat-limit-exceeded\",\"limit\":4}")))
    ResponseEntity<ReservationResponse> reserve(
            @Valid @RequestBody ReserveRequest request,
            @Parameter(description = Documented.QUEUE_TOKEN)
                    @RequestHeader(name = "Queue-Token", required = false)
                    @Nullable
                    String queueToken,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            Principal principal)
            throws ServletRequestBindingException {
        var reserved = reserveSeats.reserve(new ReserveSeats.Wish(
                principal.getName(),
                queueToken,
                Sent.idempotencyKey(headers),
                request.scheduleId(),
                Set.copyOf(request.seatIds())));
        var answer = ResponseEntity.created(
                        URI.create(PATH + reserved.reservation().id()))
                .cacheControl(CacheControl.noStore());
        if (reserved.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.body(mapper.response(reserved.reservation()));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listReservations", summary = "Your reservations, newest first")
    @ApiResponse(responseCode = "200", description = "A page of reservations")
    ResponseEntity<ReservationList> list(
            @Parameter(
                            description = "How many",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(required = false)
                    @Nullable
                    PageLimit limit,
            @Parameter(description = "The `nextCursor` of the page before", schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    Cursor cursor,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Principal principal)
            throws ServletRequestBindingException {
        Sent.once(query, "limit", "cursor");
        var page = views.page(
                principal.getName(),
                cursor == null ? null : cursor.before(),
                (limit == null ? PageLimit.DEFAULT : limit).value());
        var next = page.next();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, OWN)
                .body(new ReservationList(
                        page.items().stream().map(mapper::response).toList(),
                        next == null ? null : new Cursor(next).text()));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getReservation", summary = "One of your reservations")
    @ApiResponse(responseCode = "200", description = "The reservation as it is now")
    @Documented.NoReservation
    ResponseEntity<ReservationResponse> one(@PathVariable("id") String reservationId, Principal principal) {
        return show(named(reservationId), principal);
    }

    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "releaseReservation",
            summary = "Give up a hold",
            description = "Frees the seats of a reservation that is not paid. Repeating it is safe.")
    @ApiResponse(
            responseCode = "204",
            description = "It is released, or was over or cancelled already",
            content = @Content)
    @Documented.NoReservation
    @ApiResponse(
            responseCode = "409",
            description = "`reservation-already-paid`: cancel it instead",
            content =
                    @Content(
                            mediaType = Documented.PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":409,\"code\":\"reservation-already-paid\"}")))
    ResponseEntity<Void> release(@PathVariable("id") String reservationId, Principal principal) {
        releaseHold.release(named(reservationId), principal.getName());
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    @PostMapping(path = "/{id}/cancellation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "cancelReservation",
            summary = "Give back a paid reservation",
            description = "Gives its points back and frees its seats, until the schedule starts. Repeating it is safe.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled",
            headers = @Header(name = "Cache-Control", description = "`" + OWN + "`", schema = @Schema(type = "string")))
    @Documented.NoReservation
    @ApiResponse(
            responseCode = "409",
            description =
                    "`reservation-not-paid`: there is nothing to give back; `cancellation-closed`: the schedule has started",
            content =
                    @Content(
                            mediaType = Documented.PROBLEM,
                            schema = @Schema(implementation = ProblemDetail.class),
                            examples = @ExampleObject("{\"status\":409,\"code\":\"cancellation-closed\"}")))
    ResponseEntity<ReservationResponse> cancel(@PathVariable("id") String reservationId, Principal principal) {
        var id = named(reservationId);
        cancelReservation.cancel(id, principal.getName());
        return show(id, principal);
    }

    private ResponseEntity<ReservationResponse> show(ReservationId id, Principal principal) {
        var view = views.find(id, principal.getName()).orElseThrow(ReservationNotFound::new);
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, OWN).body(mapper.response(view));
    }

    private static ReservationId named(String reservationId) {
        return ReservationId.parse(reservationId).orElseThrow(ReservationNotFound::new);
    }
}
