package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.LookAtWaitingList;
import dev.frontrow.reservation.application.query.WaitingEntryView;
import dev.frontrow.reservation.application.query.WaitingEntryViews;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import org.springframework.stereotype.Service;

/** Looking, without a transaction: concert knows whether there is such a schedule, and one reading shows the rest. */
@Service
class LookAtWaitingListService implements LookAtWaitingList {

    private final ConcertSales sales;
    private final WaitingEntryViews entries;

    LookAtWaitingListService(ConcertSales sales, WaitingEntryViews entries) {
        this.sales = sales;
        this.entries = entries;
    }

    @Override
    public WaitingEntryView entry(ScheduleId scheduleId, UserId userId) {
        var sale = sales.ofSchedule(scheduleId).orElseThrow(ScheduleNotFound::new);
        return entries.find(sale.scheduleId(), userId).orElseThrow(() -> new NotOnWaitingList(scheduleId));
    }
}
