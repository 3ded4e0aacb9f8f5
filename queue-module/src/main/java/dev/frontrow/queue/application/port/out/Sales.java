package dev.frontrow.queue.application.port.out;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import java.util.Optional;

/** What is on sale. Cheap to ask, and the same answer for ever once there is one. */
public interface Sales {

    Optional<ConcertSale> of(ConcertId concertId);
}
