package dev.frontrow.queue.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.LineSettings;

/** Changes how a line lets people in. */
public interface ChangeLine {

    /**
     * Applies from now on. A lower maximum ends nobody's token.
     *
     * @throws dev.frontrow.concert.ConcertNotFound if there is no such concert
     */
    void change(ConcertId concertId, LineSettings settings);
}
