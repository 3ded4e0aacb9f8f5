package dev.frontrow.concert;

/** Says that a show will not take place; for the module that gives back what was sold of it. */
public interface ShowCancellations {

    /**
     * Cancels a show, hidden or not, and tells of it by {@link ShowCancelled}. Does nothing where that was done before, whatever
     * was the reason then. Joins the caller's transaction and fails without one; waits for whoever is changing the concert.
     *
     * @param reason a text that people see, of 1 to 200 characters
     * @throws ScheduleNotFound if there is no such schedule
     * @throws ChangeNotAllowed if it has begun
     */
    void cancel(ScheduleId scheduleId, String reason);
}
