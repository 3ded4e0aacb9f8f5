package dev.frontrow.queue.application.port.in;

import dev.frontrow.concert.ConcertSale;

/** Has a line go by when its concert is on sale, where that has changed. */
public interface FollowSales {

    /**
     * Applies from the commit of the caller's transaction on, which there must be. A line that was never opened is opened, so that
     * nobody can open it by what was before. Tokens end with the last sale, at once where that is over; those that have ended stay
     * so.
     */
    void follow(ConcertSale sale);
}
