package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.query.SeatMap;
import org.jspecify.annotations.Nullable;

/** Shows the seats of a schedule. What it shows may lag by a second; reserving never does. */
public interface LookAtSeats {

    /** The seats, one by one, for somebody who was let in. */
    SeatMap asAdmitted(ScheduleId scheduleId, @Nullable String queueToken, UserId userId);

    /** The seats, to count them and to see where they are; open to all. */
    SeatMap asAnybody(ScheduleId scheduleId);
}
