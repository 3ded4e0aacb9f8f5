package dev.frontrow.concert.domain;

/** There is no concert of this id, or it can't be an id at all. */
public final class ConcertNotFound extends ConcertRefused {

    public ConcertNotFound(String id) {
        super("There is no concert " + id + ".");
    }
}
