package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.reservation.application.port.in.RefundShows;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refunds what was paid for cancelled shows, every second, on every instance; they pass by one another's work. Whatever is killed
 * or fails, the next round goes on with what is left.
 */
@Component
class ShowRefunder {

    private static final int BATCHES_MAX = 200;

    private final RefundShows refundShows;

    ShowRefunder(RefundShows refundShows) {
        this.refundShows = refundShows;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.refund-interval:1s}")
    void refund() {
        for (var show : refundShows.unfinished()) {
            for (var batches = 0; batches < BATCHES_MAX; batches++) {
                if (refundShows.refundSome(show) == 0) {
                    break;
                }
            }
        }
    }
}
