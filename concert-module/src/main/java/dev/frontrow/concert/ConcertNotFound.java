package dev.frontrow.concert;

/** There is no concert of this id, it is hidden, or it can't be an id at all. */
public final class ConcertNotFound extends ConcertRefused {

    private static final long serialVersionUID = 1L;

    public ConcertNotFound() {
        super("There is no such concert.");
    }
}
