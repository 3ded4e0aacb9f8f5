package dev.frontrow.reservation.adapter.in.schedule;

import static java.util.function.Predicate.not;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import dev.frontrow.reservation.application.port.in.OfferSeats.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Offers what has become free to those who wait, about every second, on every instance; they pass by one another's work. Until
 * then nobody else can have it. Schedules take turns, so that one with much to offer delays no other. What fails at one keeps
 * nobody else waiting, and is tried again the next time.
 */
@Component
class SeatOfferer {

    private static final int ROUNDS_MAX = 50;

    /** What is free is read again after so many turns, so that what becomes free meanwhile is offered in time. */
    private static final int TURNS_A_READING = 10;

    private final OfferSeats offerSeats;

    SeatOfferer(OfferSeats offerSeats) {
        this.offerSeats = offerSeats;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.offer-interval:1s}")
    void offer() {
        var open = new HashMap<ScheduleId, Turn>();
        var failures = new HashMap<ScheduleId, RuntimeException>();
        var due = due(failures.keySet());
        for (int round = 1; round <= ROUNDS_MAX && !due.isEmpty(); round++) {
            for (var scheduleId : due) {
                try {
                    offer(scheduleId, open, round % TURNS_A_READING == 0);
                } catch (RuntimeException failed) {
                    failures.put(scheduleId, failed);
                }
            }
            due = open.isEmpty() ? List.of() : due(failures.keySet()); // those too that have become due meanwhile
        }
        failures.values().stream().findFirst().ifPresent(failed -> {
            throw failed;
        });
    }

    private List<ScheduleId> due(Set<ScheduleId> failed) {
        return offerSeats.due().stream().filter(not(failed::contains)).toList();
    }

    private void offer(ScheduleId scheduleId, Map<ScheduleId, Turn> open, boolean anew) {
        var before = open.remove(scheduleId);
        var turn = offerSeats.offer(scheduleId, before == null || anew ? Turn.FIRST : before);
        if (turn.more()) {
            open.put(scheduleId, turn);
        }
    }
}
