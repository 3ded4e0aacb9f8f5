package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Problem;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.CancellationClosed;
import dev.frontrow.reservation.domain.CancellationNotFound;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.ReservationRefused;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.SeatsAvailable;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What can't be done with seats and reservations. */
enum ReservationProblem implements Problem<ReservationRefused> {
    RESERVATION_NOT_FOUND(HttpStatus.NOT_FOUND, "Reservation not found", """
            There is no reservation of this id that belongs to you. GET /api/v1/reservations lists yours.""", new ReservationNotFound()),
    BLOCK_NOT_FOUND(HttpStatus.NOT_FOUND, "Block not found", """
            There is no block of this id, or no seat is in it any more. GET \
            /api/v1/admin/schedules/{scheduleId}/blocks lists those that there are.""", new BlockNotFound()),
    CANCELLATION_NOT_FOUND(HttpStatus.NOT_FOUND, "Cancellation not found", """
            The schedule is not cancelled, so there is no cancellation to show. POST \
            /api/v1/admin/schedules/{scheduleId}/cancellation cancels it.""", new CancellationNotFound()),
    SEAT_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Seat not found",
            """
            At least one of the ids is not a seat of the schedule, and no seat was held. Read the schedule's \
            seats again.""",
            new SeatNotFound(ScheduleId.of("0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10"))),
    SEAT_TAKEN(HttpStatus.CONFLICT, "Seat taken", """
            Some of the seats are held, sold, not for sale or kept for those on the waiting list, and nothing was done with \
            any of them; seatIds names the taken ones. Read the seats again and choose others. After a lost answer, repeat the request with the same \
            Idempotency-Key instead.""", new SeatTaken(List.of(new SeatId(17)))),
    SEATS_AVAILABLE(
            HttpStatus.CONFLICT,
            "Seats available",
            """
            As many seats as you would wait for can be had now. Join the concert's line and reserve them.""",
            new SeatsAvailable(ScheduleId.of("0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10"), 2)),
    NOT_ON_WAITING_LIST(
            HttpStatus.NOT_FOUND,
            "Not on the waiting list",
            """
            You don't wait for seats of this schedule, or not any more. PUT \
            /api/v1/schedules/{scheduleId}/waiting-list joins.""",
            new NotOnWaitingList(ScheduleId.of("0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10"))),
    SEAT_LIMIT_EXCEEDED(HttpStatus.UNPROCESSABLE_CONTENT, "Seat limit exceeded", """
            A user may have at most limit seats of a schedule, held and paid ones together: the concert's seatsPerUserMax. Ask for fewer, or \
            release a hold first.""", new SeatLimitExceeded(4, 3, 2)),
    RESERVATION_ALREADY_PAID(
            HttpStatus.CONFLICT,
            "Reservation already paid",
            """
            A paid reservation can't be released. Cancel it to get the points back.""",
            new ReservationAlreadyPaid(ReservationId.of("9c1f2b1a-55a0-4a5e-8a8f-6d0b9b7c2e10"))),
    RESERVATION_NOT_PAID(
            HttpStatus.CONFLICT,
            "Reservation not paid",
            """
            Only a paid reservation can be cancelled. A hold that is not paid can be released instead.""",
            new ReservationNotPaid(
                    ReservationId.of("9c1f2b1a-55a0-4a5e-8a8f-6d0b9b7c2e10"), ReservationStatus.PENDING_PAYMENT)),
    CANCELLATION_CLOSED(
            HttpStatus.CONFLICT,
            "Cancellation closed",
            """
            It is too late by the terms that the reservation was made under: refund.closesAt says until when it could be \
            cancelled.""",
            new CancellationClosed(
                    ReservationId.of("9c1f2b1a-55a0-4a5e-8a8f-6d0b9b7c2e10"), Instant.parse("2026-12-24T10:00:00Z")));

    private final Statement<ReservationRefused> statement;

    ReservationProblem(HttpStatus status, String title, String meaning, ReservationRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<ReservationRefused> statement() {
        return statement;
    }
}
