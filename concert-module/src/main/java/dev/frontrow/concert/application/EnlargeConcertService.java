package dev.frontrow.concert.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.application.port.in.Effect;
import dev.frontrow.concert.application.port.in.EnlargeConcert;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import dev.frontrow.concert.domain.UsedKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EnlargeConcertService implements EnlargeConcert {

    private final Concerts concerts;
    private final DoingOnce doing;
    private final ApplicationEventPublisher events;

    EnlargeConcertService(Concerts concerts, DoingOnce doing, ApplicationEventPublisher events) {
        this.concerts = concerts;
        this.doing = doing;
        this.events = events;
    }

    @Override
    @Transactional
    public Effect addSchedule(ConcertId id, Schedule schedule, @Nullable UsedKey key) {
        return doing.once(key, schedule.content(id), () -> {
            var published = concerts.lock(id).orElseThrow(ConcertNotFound::new);
            var enlarged = published.concert().with(schedule);
            concerts.addSchedule(published, schedule);
            enlarged.changedFrom(published.concert()).forEach(events::publishEvent); // seats and line follow now
            return id;
        });
    }

    @Override
    @Transactional
    public Effect addSection(ScheduleId id, Section section, @Nullable UsedKey key) {
        return doing.once(key, section.content(id), () -> {
            var concertId = concerts.concertOf(id).orElseThrow(ScheduleNotFound::new);
            var published = concerts.lock(concertId).orElseThrow(ScheduleNotFound::new);
            var enlarged = published.concert().with(id, section, published.at());
            concerts.addSection(published, enlarged.schedule(id));
            enlarged.changedFrom(published.concert()).forEach(events::publishEvent); // the seats follow now
            return concertId;
        });
    }
}
