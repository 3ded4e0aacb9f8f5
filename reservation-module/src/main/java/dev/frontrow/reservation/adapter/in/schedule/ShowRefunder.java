package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refunds what was paid for cancelled shows, every second, on every instance; they pass by one another's work. The shows take
 * turns, a batch each, so that a small one does not wait for a large one. Whatever is killed or fails, the next round goes on with
 * what is left. A reservation that can't be refunded keeps no other waiting, and is put off.
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
        var reached = new HashMap<ScheduleId, ReservationId>();
        var through = new HashSet<ScheduleId>();
        @Nullable RuntimeException failure = null;
        for (var shows = refundShows.unfinished(); !through.containsAll(shows); shows = refundShows.unfinished()) {
            for (var show : shows) {
                try {
                    if (!through.contains(show) && !refundSome(show, reached)) {
                        through.add(show);
                    }
                } catch (RuntimeException failed) {
                    failure = failed;
                    through.add(show);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Whether there were any.
     *
     * @param reached the last reservation of each show that had its turn
     */
    private boolean refundSome(ScheduleId show, Map<ScheduleId, ReservationId> reached) {
        var due = refundShows.due(show, reached.get(show));
        if (due.isEmpty()) {
            return false;
        }
        reached.put(show, due.getLast());
        refund(show, due);
        return true;
    }

    private void refund(ScheduleId show, List<ReservationId> due) {
        OneByOne.doAll(due, some -> refundShows.refund(show, some), (id, failed) -> {
            log.error("Reservation {} of a cancelled show can't be refunded and is put off", id, failed);
            refundShows.putOff(id);
        });
    }
}
