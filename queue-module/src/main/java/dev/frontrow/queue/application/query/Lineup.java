package dev.frontrow.queue.application.query;

import dev.frontrow.concert.ConcertId;

/** Shows an operator the lines. */
public interface Lineup {

    /**
     * The figures of one line. Who waits and who is active comes from this instance's memory, the totals from the
     * database.
     *
     * @throws dev.frontrow.queue.domain.QueueRefused if there is no such concert
     */
    LineFigures of(ConcertId concertId);
}
