package dev.frontrow.reservation.application;

import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.reservation.application.port.in.FollowSchedules;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class FollowSchedulesService implements FollowSchedules {

    private final Reservations reservations;
    private final Seats seats;
    private final WaitingLists lists;

    FollowSchedulesService(Reservations reservations, Seats seats, WaitingLists lists) {
        this.reservations = reservations;
        this.seats = seats;
        this.lists = lists;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(ScheduleMoved moved) {
        reservations.startAt(moved.scheduleId(), moved.startsAt());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void price(SectionsPriced priced) {
        seats.price(priced.sections());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sell(SaleRescheduled rescheduled) {
        lists.lock(rescheduled.scheduleId());
        lists.follow(rescheduled.scheduleId(), rescheduled.window());
    }
}
