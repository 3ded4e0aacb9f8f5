package dev.frontrow.reservation.adapter.in.schedule;

import dev.frontrow.reservation.application.port.in.AnnounceSeats;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Announces the seats twice a second on every instance, so that what is told is never two seconds old. When it fails, it is told
 * no more until a later round succeeds.
 */
@Component
class SeatAnnouncer {

    private final AnnounceSeats announceSeats;

    SeatAnnouncer(AnnounceSeats announceSeats) {
        this.announceSeats = announceSeats;
    }

    @Scheduled(fixedDelayString = "${frontrow.reservation.announce-interval:500ms}")
    void announce() {
        announceSeats.announce();
    }
}
