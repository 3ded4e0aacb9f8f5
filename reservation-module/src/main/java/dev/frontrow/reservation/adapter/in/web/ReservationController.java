package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.in.ReserveSeats;
import dev.frontrow.reservation.application.query.ReservationView;
import dev.frontrow.reservation.application.query.ReservationViews;
import dev.frontrow.reservation.domain.CancellationClosed;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/reservations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reservations", description = "Held and paid seats")
class ReservationController {

    private static final String OWN = "private, no-cache";

    private final ReserveSeats reserveSeats;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final ReservationViews reservations;

    ReservationController(
            ReserveSeats reserveSeats,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            ReservationViews reservations) {
        this.reserveSeats = reserveSeats;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.reservations = reservations;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "reserveSeats", summary = "Hold seats, all or none", description = """
            Holds them for some minutes and opens a payment. Without an idempotency key, a retry may meet its own seats as \
            taken; with one, it gets the first answer again.""")
    @ApiResponse(responseCode = "201", description = "The seats are held")
    @Refuses(
            value = {
                ScheduleNotFound.class,
                SaleNotOpen.class,
                SeatLimitExceeded.class,
                SeatNotFound.class,
                SeatTaken.class,
                IdempotencyKeyReused.class
            },
            through = Admissions.class)
    ResponseEntity<ReservationView> reserve(
            @Valid @RequestBody ReserveRequest request,
            @Parameter(description = SeatController.QUEUE_TOKEN)
                    @RequestHeader(name = "Queue-Token", required = false)
                    @Nullable
                    String queueToken,
            @Nullable IdempotencyKey key,
            UserId user) {
        var reserved = reserveSeats.reserve(
                new ReserveSeats.Wish(user, queueToken, key, request.scheduleId(), new TreeSet<>(request.seatIds())));
        var made = ReservationView.of(reserved.reservation());
        var answer = ResponseEntity.created(URI.create("/api/v1/reservations/" + made.id()));
        if (reserved.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(made);
    }

    @GetMapping
    @Operation(operationId = "listReservations", summary = "Your reservations, newest first")
    Page<ReservationView> reservations(PageRequest page, UserId user) {
        return reservations.page(user, page);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getReservation", summary = "One of your reservations")
    @ApiResponse(responseCode = "200", description = "The reservation as it is now")
    @Refuses(ReservationNotFound.class)
    ReservationView reservation(@PathVariable ReservationId id, UserId user) {
        return reservations.find(user, id).orElseThrow(ReservationNotFound::new);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "releaseReservation",
            summary = "Give up a hold",
            description = "Frees the seats of a reservation that is not paid. Repeating it is safe.")
    @ApiResponse(
            responseCode = "204",
            description = "It is released, or was over or cancelled already",
            content = @Content)
    @Refuses({ReservationNotFound.class, ReservationAlreadyPaid.class})
    void release(@PathVariable ReservationId id, UserId user) {
        releaseHold.release(id, user);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            operationId = "cancelReservation",
            summary = "Give back a paid reservation",
            description =
                    "Gives its points back, less the fee, and frees its seats, until `refund.closesAt`. Repeating it is"
                            + " safe.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled",
            headers = @Header(name = "Cache-Control", description = "`" + OWN + "`", schema = @Schema(type = "string")))
    @Refuses({ReservationNotFound.class, ReservationNotPaid.class, CancellationClosed.class})
    ResponseEntity<ReservationView> cancel(@PathVariable ReservationId id, UserId user) {
        cancelReservation.cancel(id, user);
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, OWN).body(reservation(id, user));
    }
}
