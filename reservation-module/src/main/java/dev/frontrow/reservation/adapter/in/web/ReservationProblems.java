package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.CancellationClosed;
import dev.frontrow.reservation.domain.CancellationNotFound;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationNotFound;
import dev.frontrow.reservation.domain.ReservationNotPaid;
import dev.frontrow.reservation.domain.ReservationRefused;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.SeatsAvailable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers what this module refuses. */
@Component
class ReservationProblems implements ProblemAdvice<ReservationRefused> {

    @Override
    public ReservationProblem[] problems() {
        return ReservationProblem.values();
    }

    @Override
    public ErrorResponse answer(ReservationRefused refused) {
        var answer = switch (refused) {
            case ReservationNotFound _ -> ReservationProblem.RESERVATION_NOT_FOUND.because(refused);
            case BlockNotFound _ -> ReservationProblem.BLOCK_NOT_FOUND.because(refused);
            case CancellationNotFound _ -> ReservationProblem.CANCELLATION_NOT_FOUND.because(refused);
            case SeatNotFound _ -> ReservationProblem.SEAT_NOT_FOUND.because(refused);
            case SeatTaken someSeats ->
                ReservationProblem.SEAT_TAKEN
                        .because(refused)
                        .property(
                                "seatIds",
                                someSeats.taken().stream().map(SeatId::toString).toList());
            case SeatLimitExceeded tooMany ->
                ReservationProblem.SEAT_LIMIT_EXCEEDED.because(refused).property("limit", tooMany.limit());
            case SeatsAvailable _ -> ReservationProblem.SEATS_AVAILABLE.because(refused);
            case NotOnWaitingList _ -> ReservationProblem.NOT_ON_WAITING_LIST.because(refused);
            case ReservationAlreadyPaid _ -> ReservationProblem.RESERVATION_ALREADY_PAID.because(refused);
            case ReservationNotPaid _ -> ReservationProblem.RESERVATION_NOT_PAID.because(refused);
            case CancellationClosed _ -> ReservationProblem.CANCELLATION_CLOSED.because(refused);
        };
        return answer.build();
    }
}
