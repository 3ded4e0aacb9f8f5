package dev.frontrow.reservation.application;

import dev.frontrow.reservation.application.port.in.LookAtSeats;
import dev.frontrow.reservation.application.port.out.Line;
import dev.frontrow.reservation.application.port.out.Schedules;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatMaps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looking, without a transaction of its own: the line is asked first, then everybody shares one reading. */
@Service
class LookAtSeatsService implements LookAtSeats {

    private final Schedules schedules;
    private final Line line;
    private final SeatMaps seatMaps;

    LookAtSeatsService(Schedules schedules, Line line, SeatMaps seatMaps) {
        this.schedules = schedules;
        this.line = line;
        this.seatMaps = seatMaps;
    }

    @Override
    public SeatMap seats(String scheduleId, @Nullable String queueToken, String userId) {
        var sale = schedules.named(scheduleId);
        line.check(queueToken, userId, sale.concertId());
        return seatMaps.of(sale.scheduleId());
    }

    @Override
    public SeatMap availability(String scheduleId) {
        return seatMaps.of(schedules.named(scheduleId).scheduleId());
    }
}
