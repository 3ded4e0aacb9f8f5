package dev.frontrow.queue.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.queue.domain.LineSettings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes how a line lets people in. */
public interface ChangeLine {

    /**
     * Applies from now on. A lower maximum ends nobody's token. Changes that come at the same time are made one after another,
     * each of what the one before has left; one that changes nothing leaves the version.
     *
     * @param change makes the settings of those in force
     * @param seen which version must be in force for it; null where any may be
     * @throws dev.frontrow.concert.ConcertNotFound if there is no such concert
     * @throws dev.frontrow.edge.PreconditionFailed if another version is in force
     */
    void change(ConcertId concertId, UnaryOperator<LineSettings> change, @Nullable IfMatch seen);
}
