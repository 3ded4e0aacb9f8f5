package dev.frontrow.reservation.application.port.in;

import dev.frontrow.reservation.application.query.SeatMap;
import org.jspecify.annotations.Nullable;

/** Shows the seats of a schedule. What it shows may lag by a second; reserving never does. */
public interface LookAtSeats {

    /** The seats, for somebody who was let in. */
    SeatMap seats(String scheduleId, @Nullable String queueToken, String userId);

    /** The seats, for counting them; open to all. */
    SeatMap availability(String scheduleId);
}
