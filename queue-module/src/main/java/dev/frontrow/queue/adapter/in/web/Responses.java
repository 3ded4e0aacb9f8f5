package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.query.LineFigures;
import dev.frontrow.queue.application.query.Place;
import org.mapstruct.Mapper;

/** Turns what the line shows into what its clients read. */
@Mapper(config = QueueMapping.class)
interface Responses {

    TokenResponse token(Place place);

    LineResponse line(LineFigures figures);

    default String text(ConcertId concertId) {
        return concertId.toString();
    }
}
