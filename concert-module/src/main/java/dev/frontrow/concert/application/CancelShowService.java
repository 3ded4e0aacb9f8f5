package dev.frontrow.concert.application;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ShowCancellations;
import dev.frontrow.concert.application.port.out.Concerts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class CancelShowService implements ShowCancellations {

    private final Concerts concerts;
    private final ApplicationEventPublisher events;

    CancelShowService(Concerts concerts, ApplicationEventPublisher events) {
        this.concerts = concerts;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(ScheduleId scheduleId, String reason) {
        var concertId = concerts.concertOf(scheduleId).orElseThrow(ScheduleNotFound::new);
        var published = concerts.lock(concertId).orElseThrow(ScheduleNotFound::new);
        if (published.concert().schedule(scheduleId).cancellation() != null) {
            return;
        }
        var concert = published.concert().cancelled(scheduleId, reason, published.at());
        concerts.change(published, concert);
        events.publishEvent(concert.showCancelled(scheduleId)); // the line, then what is held and sold, follow now
    }
}
