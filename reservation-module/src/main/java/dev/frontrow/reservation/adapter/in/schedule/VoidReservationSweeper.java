package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.reservation.application.port.in.DeleteVoidReservations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes reservations that nobody paid, once they are old enough, on every instance; they pass by one another's work. */
@Component
class VoidReservationSweeper {

    private static final int SWEEPS_MAX = 50;

    private final DeleteVoidReservations voidReservations;

    VoidReservationSweeper(DeleteVoidReservations voidReservations) {
        this.voidReservations = voidReservations;
    }

    @Scheduled(
            initialDelayString = "${frontrow.reservation.void-sweep-interval:1m}",
            fixedDelayString = "${frontrow.reservation.void-sweep-interval:1m}")
    void sweep() {
        for (var sweeps = 0; sweeps < SWEEPS_MAX; sweeps++) {
            if (!voidReservations.delete().more()) {
                return;
            }
        }
    }
}
