package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.JoinWaitingList;
import dev.frontrow.reservation.application.port.out.LiveSeats;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.application.port.out.WaitingEntries;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.SeatLimit;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.SeatsAvailable;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins, one after another at a schedule. First whoever just reserves for the user is waited for, so that what is offered later
 * is decided with these seats counted. What is free is counted before the list is locked, so that those who join at the same time
 * count at the same time; a seat that becomes free since is offered.
 */
@Service
class JoinWaitingListService implements JoinWaitingList {

    private final ConcertSales sales;
    private final Admissions admissions;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final LiveSeats liveSeats;

    JoinWaitingListService(
            ConcertSales sales,
            Admissions admissions,
            WaitingLists lists,
            WaitingEntries entries,
            LiveSeats liveSeats) {
        this.sales = sales;
        this.admissions = admissions;
        this.lists = lists;
        this.entries = entries;
        this.liveSeats = liveSeats;
    }

    @Override
    @Transactional
    public boolean join(ScheduleId scheduleId, UserId userId, SeatWish wish) {
        var known = sales.ofSchedule(scheduleId).orElseThrow(ScheduleNotFound::new);
        admissions.awaitActionsOf(userId, known.concertId());
        var demand = Optional.ofNullable(lists.demand(List.of(scheduleId)).get(scheduleId))
                .orElseThrow(ScheduleNotFound::new);
        var at = lists.lock(scheduleId);
        var sale = current(scheduleId);
        if (!sale.isOpen(at)) {
            throw SaleNotOpen.of(sale);
        }
        var living = entries.find(scheduleId, userId).filter(WaitingEntry::isLiving);
        if (living.isPresent() && living.get().isOfferedAsWished(wish)) {
            return false;
        }
        new SeatLimit(sale.seatsPerUserMax()).check(live(new Buyer(userId, scheduleId)), wish.seats());
        if (living.isPresent() && living.get().isWaitingFor(wish)) {
            return false;
        }
        return put(sale, userId, wish, living.isEmpty(), demand);
    }

    private boolean put(ScheduleSale sale, UserId userId, SeatWish wish, boolean anew, Demand demand) {
        if (demand.leaves(wish)) {
            throw new SeatsAvailable(sale.scheduleId(), wish.seats());
        }
        if (anew) {
            entries.join(sale.scheduleId(), userId, wish, sale.window());
        } else {
            entries.change(sale.scheduleId(), userId, wish);
        }
        return anew;
    }

    /** The sale as it is now, which nobody changes while the list is locked. */
    private ScheduleSale current(ScheduleId scheduleId) {
        return Optional.ofNullable(sales.current(Set.of(scheduleId)).get(scheduleId))
                .orElseThrow(ScheduleNotFound::new);
    }

    private int live(Buyer buyer) {
        return liveSeats.count(Set.of(buyer)).getOrDefault(buyer, 0);
    }
}
