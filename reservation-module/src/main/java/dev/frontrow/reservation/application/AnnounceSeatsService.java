package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.queue.Announcements;
import dev.frontrow.reservation.application.port.in.AnnounceSeats;
import dev.frontrow.reservation.application.query.SeatCounts;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Announces the seats of those concerts alone in whose lines somebody is. Where no schedule can be reserved, between two sales or
 * while the concert is hidden, there is no seat to be had.
 */
@Service
class AnnounceSeatsService implements AnnounceSeats {

    private final Announcements announcements;
    private final ConcertSales sales;
    private final SeatCounts seats;

    AnnounceSeatsService(Announcements announcements, ConcertSales sales, SeatCounts seats) {
        this.announcements = announcements;
        this.sales = sales;
        this.seats = seats;
    }

    @Override
    public void announce() {
        var awaited = announcements.awaited();
        announcements.announce(awaited.isEmpty() ? Map.of() : seats.of(awaited, sales.open(awaited)));
    }
}
