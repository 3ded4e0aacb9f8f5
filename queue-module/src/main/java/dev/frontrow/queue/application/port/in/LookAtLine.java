package dev.frontrow.queue.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Version;
import dev.frontrow.queue.application.query.LineFigures;

/** Shows an operator a line, and opens it if nobody has come to it yet. */
public interface LookAtLine {

    /**
     * The figures of one line. Who waits and who is active comes from this instance's memory, the totals from the
     * database.
     *
     * @throws dev.frontrow.concert.ConcertNotFound if there is no such concert
     */
    Look look(ConcertId concertId);

    /** A line, and the version of its settings. */
    record Look(LineFigures figures, Version version) {}
}
