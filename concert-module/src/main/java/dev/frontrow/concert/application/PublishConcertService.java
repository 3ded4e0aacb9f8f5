package dev.frontrow.concert.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PublishConcertService implements PublishConcert {

    private final Concerts concerts;
    private final ApplicationEventPublisher events;

    PublishConcertService(Concerts concerts, ApplicationEventPublisher events) {
        this.concerts = concerts;
        this.events = events;
    }

    @Override
    @Transactional
    public ConcertId publish(NewConcert wanted) {
        var schedules = wanted.schedules().stream()
                .map(schedule -> new Schedule(
                        new ScheduleId(UUID.randomUUID()), schedule.startsAt(), schedule.window(), schedule.sections()))
                .toList();
        var concert = new Concert(
                new ConcertId(UUID.randomUUID()),
                wanted.title(),
                wanted.performer(),
                wanted.venue(),
                wanted.timeZone(),
                schedules);
        concerts.add(concert);
        concert.opened().forEach(events::publishEvent); // the seats are written now, in this transaction
        return concert.id();
    }
}
