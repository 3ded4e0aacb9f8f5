package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import java.util.Optional;

/** What users can see of their places on waiting lists, as they are at this instant. */
public interface WaitingEntryViews {

    /** The user's place on a schedule's list; nothing where they never joined it, or have left it. */
    Optional<WaitingEntryView> find(ScheduleId scheduleId, UserId userId);
}
