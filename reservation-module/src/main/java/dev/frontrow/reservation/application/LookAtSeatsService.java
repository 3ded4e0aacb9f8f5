package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.LookAtSeats;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatMaps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looking, without a transaction of its own: the line is asked first, then everybody shares one reading. */
@Service
class LookAtSeatsService implements LookAtSeats {

    private final ConcertSales sales;
    private final Admissions admissions;
    private final SeatMaps seatMaps;

    LookAtSeatsService(ConcertSales sales, Admissions admissions, SeatMaps seatMaps) {
        this.sales = sales;
        this.admissions = admissions;
        this.seatMaps = seatMaps;
    }

    @Override
    public SeatMap asAdmitted(ScheduleId scheduleId, @Nullable String queueToken, UserId userId) {
        admissions.check(queueToken, userId, saleOf(scheduleId).concertId());
        return seatMaps.of(scheduleId);
    }

    @Override
    public SeatMap asAnybody(ScheduleId scheduleId) {
        return seatMaps.of(saleOf(scheduleId).scheduleId());
    }

    private ScheduleSale saleOf(ScheduleId scheduleId) {
        return sales.ofSchedule(scheduleId).orElseThrow(ScheduleNotFound::new);
    }
}
