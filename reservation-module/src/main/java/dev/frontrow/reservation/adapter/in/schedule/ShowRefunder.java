package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Refunds what was paid for cancelled shows, every second, on every instance; they pass by one another's work. Whatever is killed
 * or fails, the next round goes on with what is left. A reservation that can't be refunded keeps no other waiting, and is tried
 * again the next time.
 */
@Component
class ShowRefunder {

    private static final Logger log = LoggerFactory.getLogger(ShowRefunder.class);

    private final RefundShows refundShows;

    ShowRefunder(RefundShows refundShows) {
        this.refundShows = refundShows;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.refund-interval:1s}")
    void refund() {
        @Nullable RuntimeException failure = null;
        for (var show : refundShows.unfinished()) {
            try {
                refund(show);
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void refund(ScheduleId show) {
        for (var due = refundShows.due(show, null); !due.isEmpty(); due = refundShows.due(show, due.getLast())) {
            refund(show, due);
        }
    }

    private void refund(ScheduleId show, List<ReservationId> due) {
        try {
            refundShows.refund(show, due);
        } catch (RuntimeException failed) {
            if (isOfTheDatabase(failed)) {
                throw failed;
            } else if (due.size() > 1) {
                due.forEach(id -> refund(show, List.of(id)));
            } else {
                log.error("Reservation {} of a cancelled show can't be refunded", due.getFirst(), failed);
            }
        }
    }

    /** Whether it may be no fault of what is refunded: then there is no use in trying each alone. */
    private static boolean isOfTheDatabase(RuntimeException failed) {
        return failed instanceof TransactionException
                || failed instanceof DataAccessException && !(failed instanceof DataIntegrityViolationException);
    }
}
