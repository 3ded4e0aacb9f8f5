package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.port.in.ExpireHolds;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tidies up holds that are over, every few seconds, on every instance; they pass by one another's work. When it fails the
 * next round comes in seconds; a hold that is over is over meanwhile. One that can't be tidied up keeps no other waiting.
 */
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
        var over = expireHolds.over(EndOfHold.NONE);
        for (var sweeps = 0; !over.isEmpty() && sweeps < SWEEPS_MAX; sweeps++) {
            expire(over.stream().map(Hold::paymentId).toList());
            over = expireHolds.over(over.getLast().end());
        }
    }

    private void expire(List<PaymentId> payments) {
        OneByOne.doAll(
                payments,
                expireHolds::expire,
                (payment, failed) -> log.error("The hold of payment {} can't be tidied up", payment, failed));
    }
}
