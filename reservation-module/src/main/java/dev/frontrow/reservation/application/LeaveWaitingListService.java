package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.LeaveWaitingList;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.out.WaitingEntries;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import dev.frontrow.reservation.domain.ReservationAlreadyPaid;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.WaitingEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LeaveWaitingListService implements LeaveWaitingList {

    private final ConcertSales sales;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final ReleaseHold releaseHold;

    LeaveWaitingListService(ConcertSales sales, WaitingLists lists, WaitingEntries entries, ReleaseHold releaseHold) {
        this.sales = sales;
        this.lists = lists;
        this.entries = entries;
        this.releaseHold = releaseHold;
    }

    @Override
    @Transactional
    public void leave(ScheduleId scheduleId, UserId userId) {
        var sale = sales.ofSchedule(scheduleId).orElseThrow(ScheduleNotFound::new);
        living(sale.scheduleId(), userId); // so that nobody waits for a list that they are not on
        lists.lock(scheduleId);
        var entry = living(scheduleId, userId);
        entries.remove(scheduleId, userId); // the entry before the reservation, as everywhere
        entry.offer().ifPresent(offer -> release(offer, entry));
    }

    private WaitingEntry living(ScheduleId scheduleId, UserId userId) {
        return entries.find(scheduleId, userId)
                .filter(WaitingEntry::isLiving)
                .orElseThrow(() -> new NotOnWaitingList(scheduleId));
    }

    private void release(ReservationId offer, WaitingEntry entry) {
        try {
            releaseHold.release(offer, entry.userId());
        } catch (ReservationAlreadyPaid paidMeanwhile) {
            throw new NotOnWaitingList(entry.scheduleId());
        }
    }
}
