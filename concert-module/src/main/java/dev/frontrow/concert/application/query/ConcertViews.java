package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Shows the concerts as they are on sale right now, by the database's clock. Each question is one SQL statement, so
 * everything in an answer is of one and the same instant.
 */
public interface ConcertViews {

    /** A concert with all its schedules, or nothing where there is no such concert. */
    Optional<ConcertView> find(ConcertId id);

    /**
     * Concerts with at least one schedule that matches {@code sale}, each with those schedules alone.
     *
     * <p>Ordered by the earliest start among those schedules that has not passed. Concerts whose schedules have all
     * started come last, the one that started most recently first. Ties are ordered by id.
     */
    Page<ConcertView> page(SaleFilter sale, PageRequest request);

    /**
     * How long it takes until the clock changes any of this: until some sale opens or closes, or a schedule starts. Whatever is
     * read after this was asked stays right for so long, counted from the question, unless something is written.
     */
    Duration untilNextChange();
}
