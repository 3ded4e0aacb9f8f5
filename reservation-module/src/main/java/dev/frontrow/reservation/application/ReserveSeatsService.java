package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lanes;
import dev.frontrow.reservation.application.port.in.ReserveSeats;
import org.springframework.stereotype.Service;

/**
 * Reserves seats, many wishes at once: a use case that has a lane, in which the wishes for one schedule are granted in the
 * order in which they came.
 */
@Service
class ReserveSeatsService implements ReserveSeats {

    private final ConcertSales sales;
    private final Lane<AskedSeats, Reserved> lane;

    ReserveSeatsService(ConcertSales sales, SeatHolding holding, Lanes lanes) {
        this.sales = sales;
        this.lane = lanes.lane(
                "reservation-reserve", Limits.usual(), asked -> asked.wish().scheduleId(), holding::hold);
    }

    @Override
    public Reserved reserve(Wish wish) {
        return lane.ask(() -> new AskedSeats(wish, sales.ofSchedule(wish.scheduleId())));
    }
}
