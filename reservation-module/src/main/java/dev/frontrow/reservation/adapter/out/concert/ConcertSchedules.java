package dev.frontrow.reservation.adapter.out.concert;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.application.port.out.Schedules;
import dev.frontrow.reservation.domain.ScheduleNotFound;
import org.springframework.stereotype.Component;

@Component
class ConcertSchedules implements Schedules {

    private final ConcertSales sales;

    ConcertSchedules(ConcertSales sales) {
        this.sales = sales;
    }

    @Override
    public ScheduleSale named(String scheduleId) {
        return ScheduleId.parse(scheduleId).flatMap(sales::ofSchedule).orElseThrow(ScheduleNotFound::new);
    }
}
