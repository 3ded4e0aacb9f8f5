package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import java.util.Optional;

/** Shows organisers how far the cancellation of a show is, in one SQL statement. */
public interface ShowCancellationViews {

    /** The cancellation of a show; nothing where it is not cancelled. */
    Optional<ShowCancellationView> find(ScheduleId scheduleId);
}
