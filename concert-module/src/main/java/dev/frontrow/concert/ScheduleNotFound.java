package dev.frontrow.concert;

/** There is no schedule of this id, its concert is hidden, or it can't be an id at all. */
public final class ScheduleNotFound extends ConcertRefused {

    private static final long serialVersionUID = 1L;

    public ScheduleNotFound() {
        super("There is no such schedule.");
    }
}
