package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.reservation.application.port.in.ExpireHolds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tidies up holds that are over, every few seconds, on every instance; they pass by one another's work. */
@Component
class HoldSweeper {

    private static final Logger log = LoggerFactory.getLogger(HoldSweeper.class);
    private static final int SWEEPS_MAX = 50;

    private final ExpireHolds expireHolds;

    HoldSweeper(ExpireHolds expireHolds) {
        this.expireHolds = expireHolds;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.sweep-interval:2s}")
    void sweep() {
        try {
            for (var sweeps = 0; sweeps < SWEEPS_MAX; sweeps++) {
                if (!expireHolds.sweep().more()) {
                    return;
                }
            }
        } catch (DataAccessException | TransactionException unavailable) {
            // The next round comes in seconds; a hold that is over is over meanwhile.
            log.warn("Holds that are over could not be tidied up: {}", unavailable.getMessage());
        }
    }
}
