package dev.frontrow.concert.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.UsualSeatLimit;
import dev.frontrow.concert.application.port.in.EditConcert;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.ConcertChange;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.edge.PreconditionRequired;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EditConcertService implements EditConcert {

    private final Concerts concerts;
    private final UsualSeatLimit usualLimit;
    private final ApplicationEventPublisher events;

    EditConcertService(Concerts concerts, UsualSeatLimit usualLimit, ApplicationEventPublisher events) {
        this.concerts = concerts;
        this.usualLimit = usualLimit;
        this.events = events;
    }

    @Override
    @Transactional
    public void edit(ConcertId id, ConcertChange change, @Nullable IfMatch seen) {
        var published = concerts.lock(id).orElseThrow(ConcertNotFound::new);
        var edited = change.of(published.concert(), usualLimit.seatsPerUserMax(), published.at());
        if (seen == null) {
            throw new PreconditionRequired();
        }
        seen.check(published.version());
        var concert = edited.allowed();
        if (!concert.equals(published.concert())) {
            concerts.change(published, concert);
            concert.changedFrom(published.concert()).forEach(events::publishEvent); // line and seats follow now
        }
    }
}
