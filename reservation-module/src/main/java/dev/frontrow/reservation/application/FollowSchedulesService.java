package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionPriced;
import dev.frontrow.reservation.application.port.in.FollowSchedules;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Seats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class FollowSchedulesService implements FollowSchedules {

    private final Reservations reservations;
    private final Seats seats;

    FollowSchedulesService(Reservations reservations, Seats seats) {
        this.reservations = reservations;
        this.seats = seats;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(ScheduleMoved moved) {
        reservations.startAt(moved.scheduleId(), moved.startsAt());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void price(SectionPriced priced) {
        seats.price(priced.scheduleId(), priced.section(), priced.price());
    }
}
