package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.reservation.application.port.in.ExpireHolds;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tidies up holds that are over, every few seconds, on every instance; they pass by one another's work. When it fails the
 * next round comes in seconds; a hold that is over is over meanwhile.
 */
@Component
class HoldSweeper {

    private static final int SWEEPS_MAX = 50;

    private final ExpireHolds expireHolds;

    HoldSweeper(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.sweep-interval:2s}")
    void sweep() {
        for (var sweeps = 0; sweeps < SWEEPS_MAX; sweeps++) {
            if (!expireHolds.sweep().more()) {
                return;
            }
        }
    }
}
