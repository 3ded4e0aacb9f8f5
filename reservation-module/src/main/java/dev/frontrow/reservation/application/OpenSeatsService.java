package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.reservation.application.port.in.OpenSeats;
import dev.frontrow.reservation.application.port.out.Seats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class OpenSeatsService implements OpenSeats {

    private final Seats seats;

    OpenSeatsService(Seats seats) {
        this.seats = seats;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(ScheduleOpened schedule) {
        seats.write(schedule);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(SectionAdded added) {
        seats.write(added);
    }
}
