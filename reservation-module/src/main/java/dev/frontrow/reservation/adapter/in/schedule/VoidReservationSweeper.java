package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.reservation.application.port.in.DeleteVoidReservations;
import dev.frontrow.reservation.domain.EndOfHold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes reservations that nobody paid, once they are old enough, on every instance; they pass by one another's work, and by
 * what can't be deleted.
 */
@Component
class VoidReservationSweeper {

    private static final Logger log = LoggerFactory.getLogger(VoidReservationSweeper.class);

    private static final int SWEEPS_MAX = 50;

    private final DeleteVoidReservations voidReservations;

    VoidReservationSweeper(DeleteVoidReservations voidReservations) {
        this.voidReservations = voidReservations;
    }

    @Scheduled(
            initialDelayString = "${frontrow.reservation.void-sweep-interval:1m}",
            fixedDelayString = "${frontrow.reservation.void-sweep-interval:1m}")
    void sweep() {
        int left = 0;
        @Nullable EndOfHold last = EndOfHold.NONE;
        for (var sweeps = 0; last != null && sweeps < SWEEPS_MAX; sweeps++) {
            var deleted = voidReservations.deleteAfter(last);
            left += deleted.left();
            last = deleted.last();
        }
        if (left > 0) {
            log.warn(
                    "{} reservations that nobody paid are old enough to be deleted but were left: their payments are not void,"
                            + " or somebody is at work on them",
                    left);
        }
    }
}
