package dev.frontrow.concert.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.domain.ConcertChange;
import dev.frontrow.edge.IfMatch;
import org.jspecify.annotations.Nullable;

/** Changes what is published. */
public interface EditConcert {

    /**
     * Makes the change whole, or none of it, and tells of it by {@link dev.frontrow.concert.SalesChanged}, {@link
     * dev.frontrow.concert.ScheduleMoved} and {@link dev.frontrow.concert.SectionsPriced}, in one transaction. Changes of a concert
     * are made one after another; one that changes nothing leaves the version.
     *
     * @param seen which version must be in force for it
     * @throws dev.frontrow.edge.InvalidRequest if the concert could not be published so, or does not have what is named
     * @throws dev.frontrow.concert.ConcertNotFound if there is no such concert
     * @throws dev.frontrow.edge.PreconditionRequired if nothing is said of what was seen
     * @throws dev.frontrow.edge.PreconditionFailed if another version is in force
     * @throws dev.frontrow.concert.ChangeNotAllowed if time or state forbids it
     */
    void edit(ConcertId id, ConcertChange change, @Nullable IfMatch seen);
}
