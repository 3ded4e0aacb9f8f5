package dev.frontrow.concert.application;

import dev.frontrow.concert.application.port.in.Effect;
import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.UsedKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PublishConcertService implements PublishConcert {

    private final Concerts concerts;
    private final DoingOnce doing;
    private final ApplicationEventPublisher events;

    PublishConcertService(Concerts concerts, DoingOnce doing, ApplicationEventPublisher events) {
        this.concerts = concerts;
        this.doing = doing;
        this.events = events;
    }

    @Override
    @Transactional
    public void publish(Concert concert) {
        concerts.add(concert);
        concert.opened().forEach(events::publishEvent); // the seats are written now, in this transaction
    }

    @Override
    @Transactional
    public Effect publish(Concert concert, @Nullable UsedKey key) {
        return doing.once(key, concert.content(), () -> {
            publish(concert);
            return concert.id();
        });
    }
}
