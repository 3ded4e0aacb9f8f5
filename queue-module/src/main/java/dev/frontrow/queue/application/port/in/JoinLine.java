package dev.frontrow.queue.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.query.Place;

/** Takes a place in a concert's line. */
public interface JoinLine {

    /**
     * Gives the user a place at the end of the line, or the live one the user has.
     *
     * <p>However often and however many at once ask, on whichever instance, the user has one live token a concert.
     *
     * @throws dev.frontrow.concert.ConcertRefused if there is no such concert, or no sale is open
     * @throws dev.frontrow.queue.domain.QueueRefused if the line is full, or more join at this instant than can be written
     */
    Joined join(UserId userId, ConcertId concertId);

    /**
     * The place taken.
     *
     * @param created whether it was taken by this very request
     */
    record Joined(Place place, boolean created) {}
}
