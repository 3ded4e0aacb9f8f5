package dev.frontrow.concert.application;

import dev.frontrow.concert.FirstConcertsPublished;
import dev.frontrow.concert.application.port.in.PublishConcert;
import dev.frontrow.concert.application.port.in.PublishFirstConcerts;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Concert;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PublishFirstConcertsService implements PublishFirstConcerts {

    private final Concerts concerts;
    private final PublishConcert publishConcert;
    private final ApplicationEventPublisher events;

    PublishFirstConcertsService(Concerts concerts, PublishConcert publishConcert, ApplicationEventPublisher events) {
        this.concerts = concerts;
        this.publishConcert = publishConcert;
        this.events = events;
    }

    @Override
    @Transactional
    public List<Concert> publish(Function<Instant, List<Concert>> programme) {
        var first = concerts.claimFirst().map(programme).orElse(List.of());
        first.forEach(publishConcert::publish);
        if (!first.isEmpty()) {
            events.publishEvent(new FirstConcertsPublished(
                    first.stream().flatMap(concert -> concert.opened().stream()).toList()));
        }
        return first;
    }
}
