package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.query.SeatMap;
import org.jspecify.annotations.Nullable;

/** Shows the seats of a schedule. What it shows may lag by a second; reserving never does. */
public interface LookAtSeats {

    /** The seats, for somebody who was let in. */
    SeatMap seats(ScheduleId scheduleId, @Nullable String queueToken, UserId userId);

    /** The seats, for counting them; open to all. */
    SeatMap availability(ScheduleId scheduleId);
}
