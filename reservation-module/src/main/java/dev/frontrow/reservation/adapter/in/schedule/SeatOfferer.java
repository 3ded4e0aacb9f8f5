package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Offers what has become free to those who wait, about every second, on every instance; they pass by one another's work. Until
 * then nobody else can have it. What fails at one schedule keeps nobody else waiting, and is tried again the next time.
 */
@Component
class SeatOfferer {

    private static final int ROUNDS_MAX = 50;

    private final OfferSeats offerSeats;

    SeatOfferer(OfferSeats offerSeats) {
        this.offerSeats = offerSeats;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.offer-interval:1s}")
    void offer() {
        @Nullable RuntimeException failure = null;
        for (var scheduleId : offerSeats.due()) {
            try {
                offer(scheduleId);
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void offer(ScheduleId scheduleId) {
        for (var rounds = 0; rounds < ROUNDS_MAX; rounds++) {
            if (!offerSeats.offer(scheduleId)) {
                return;
            }
        }
    }
}
