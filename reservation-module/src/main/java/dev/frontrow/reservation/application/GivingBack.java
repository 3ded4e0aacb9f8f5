package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.port.out.Shows;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives back paid reservations, which are locked together with their payments, inside the transaction. */
@Component
class GivingBack {

    private final ReservationPayments payments;
    private final Reservations reservations;
    private final Seats seats;
    private final Shows shows;
    private final ReservationCounts counts;

    GivingBack(
            ReservationPayments payments,
            Reservations reservations,
            Seats seats,
            Shows shows,
            ReservationCounts counts) {
        this.payments = payments;
        this.reservations = reservations;
        this.seats = seats;
        this.shows = shows;
        this.counts = counts;
    }

    /** One that its owner or an organiser wants to be cancelled. */
    void giveBack(Reservation cancelled) {
        refund(List.of(cancelled));
        reservations.move(cancelled, ReservationStatus.CONFIRMED);
        free(List.of(cancelled));
    }

    /**
     * Some of a cancelled show, whoever wanted it; their accounts are locked in the order in which the reservations are given, which
     * is that of their users.
     */
    void giveBackForShow(ScheduleId scheduleId, List<Reservation> cancelled) {
        refund(cancelled);
        reservations.cancelForShow(cancelled);
        free(cancelled);
        shows.countRefunds(
                scheduleId,
                cancelled.stream().map(Reservation::id).toList(),
                cancelled.stream().map(Reservation::amount).reduce(Points.NONE, Points::plus));
    }

    /** The accounts come before the seats in the lock order. */
    private void refund(List<Reservation> cancelled) {
        cancelled.forEach(reservation -> payments.refund(reservation.paymentId(), reservation.fee()));
    }

    private void free(List<Reservation> cancelled) {
        var ids = cancelled.stream().map(Reservation::id).toList();
        var freed = seats.free(ids, SeatStatus.SOLD);
        var sold = cancelled.stream()
                .mapToInt(reservation -> reservation.tickets().size())
                .sum();
        if (freed != sold) {
            throw new IllegalStateException(
                    "reservations " + ids + " were CONFIRMED, but only " + freed + " of their seats were sold to them");
        }
        counts.count(ReservationStatus.CANCELLED, cancelled.size());
    }
}
