package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.GiveTickets;
import dev.frontrow.reservation.application.port.in.GiveTickets.Gift;
import dev.frontrow.reservation.application.query.OverseenReservationView;
import dev.frontrow.reservation.application.query.OverseenReservationViews;
import dev.frontrow.reservation.application.query.OverseenReservationViews.Which;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/admin/reservations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admin")
class AdminReservationController {

    private final GiveTickets giveTickets;
    private final CancelReservation cancelReservation;
    private final OverseenReservationViews reservations;

    AdminReservationController(
            GiveTickets giveTickets, CancelReservation cancelReservation, OverseenReservationViews reservations) {
        this.giveTickets = giveTickets;
        this.cancelReservation = cancelReservation;
        this.reservations = reservations;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "giveTickets", summary = "Give complimentary tickets, all or none", description = """
            Free and blocked seats can be given, whatever the sale's state, until the schedule starts. The reservation is \
            confirmed and costs nothing; it does not count towards the user's limit.""")
    @ApiResponse(responseCode = "201", description = "The confirmed reservation")
    @Refuses({
        ScheduleNotFound.class,
        SeatNotFound.class,
        SeatTaken.class,
        ChangeNotAllowed.class,
        IdempotencyKeyReused.class
    })
    ResponseEntity<OverseenReservationResponse> give(
            @Valid @RequestBody GiftRequest request, @Nullable IdempotencyKey key, UserId organiser) {
        var given = giveTickets.give(new Gift(
                organiser,
                key,
                request.scheduleId(),
                new TreeSet<>(request.seatIds()),
                new UserId(request.userId()),
                new Reason(request.reason())));
        var answer = ResponseEntity.created(
                URI.create("/api/v1/admin/reservations/" + given.reservation().id()));
        if (given.replayed()) {
            answer.header(IdempotencyKey.REPLAYED, "true");
        }
        return answer.body(OverseenReservationResponse.from(OverseenReservationView.of(given.reservation())));
    }

    @GetMapping
    @Operation(
            operationId = "listAllReservations",
            summary = "Everybody's reservations, newest first",
            description = "Those that match all that is given; a status is matched as it reads at this instant.")
    Page<OverseenReservationResponse> reservations(
            @Parameter(description = "Of this schedule") @RequestParam(required = false) @Nullable
                    ScheduleId scheduleId,
            @Parameter(description = "Of this user", example = "alice") @RequestParam(required = false) @Nullable
                    String userId,
            @Parameter(description = "In this state", schema = @Schema(implementation = ReservationStatus.class))
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            PageRequest page) {
        return reservations
                .page(new Which(scheduleId, user(userId), status(status)), page)
                .map(OverseenReservationResponse::from);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getAnyReservation", summary = "Anybody's reservation")
    @ApiResponse(responseCode = "200", description = "The reservation as it is now")
    @Refuses(ReservationNotFound.class)
    OverseenReservationResponse reservation(@PathVariable ReservationId id) {
        return reservations.find(id).map(OverseenReservationResponse::from).orElseThrow(ReservationNotFound::new);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            operationId = "cancelAnyReservation",
            summary = "Cancel anybody's paid reservation",
            description = "Gives its points back in full and frees its seats, at any time. Repeating it is safe.")
    @ApiResponse(responseCode = "200", description = "It is cancelled")
    @Refuses({ReservationNotFound.class, ReservationNotPaid.class})
    OverseenReservationResponse cancel(@PathVariable ReservationId id) {
        cancelReservation.cancelAsOrganiser(id);
        return reservation(id);
    }

    private static @Nullable UserId user(@Nullable String text) {
        if (text != null && !UserId.isWellFormed(text)) {
            throw new InvalidRequest("userId", "must be 1 to 255 characters, none of them a control character");
        }
        return text == null ? null : new UserId(text);
    }

    private static @Nullable ReservationStatus status(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(ReservationStatus.values())
                        .filter(status -> status.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest("status", "is no state of a reservation"));
    }
}
