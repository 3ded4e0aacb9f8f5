package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.reservation.domain.CancellationClosed;
import dev.frontrow.reservation.domain.IdempotencyKeyReused;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationExpired;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.ReservationRefused;
import dev.frontrow.reservation.domain.SaleNotOpen;
import dev.frontrow.reservation.domain.ScheduleNotFound;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in problem details what this module refuses. */
@RestControllerAdvice
@Order(0)
class ReservationProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ReservationRefused refused) {
        return switch (refused) {
            case ScheduleNotFound e -> problem(HttpStatus.NOT_FOUND, "schedule-not-found", e, Map.of());
            case ReservationNotFound e -> problem(HttpStatus.NOT_FOUND, "reservation-not-found", e, Map.of());
            case SeatNotFound e -> problem(HttpStatus.NOT_FOUND, "seat-not-found", e, Map.of());
            case SaleNotOpen e -> problem(HttpStatus.CONFLICT, "sale-not-open", e, Map.of());
            case SeatTaken e ->
                problem(
                        HttpStatus.CONFLICT,
                        "seat-taken",
                        e,
                        Map.of(
                                "seatIds",
                                e.taken().stream().map(SeatId::toString).toList()));
            case SeatLimitExceeded e ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "seat-limit-exceeded", e, Map.of("limit", e.limit()));
            case IdempotencyKeyReused e ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", e, Map.of());
            case ReservationExpired e -> problem(HttpStatus.CONFLICT, "reservation-expired", e, Map.of());
            case ReservationAlreadyPaid e -> problem(HttpStatus.CONFLICT, "reservation-already-paid", e, Map.of());
            case ReservationNotPaid e -> problem(HttpStatus.CONFLICT, "reservation-not-paid", e, Map.of());
            case CancellationClosed e -> problem(HttpStatus.CONFLICT, "cancellation-closed", e, Map.of());
        };
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String code, ReservationRefused refused, Map<String, Object> members) {
        var problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        problem.setProperty("code", code);
        members.forEach(problem::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
