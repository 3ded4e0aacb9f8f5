package dev.frontrow.reservation.application.port.out;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import java.util.Collection;
import java.util.Map;

/** The seats that users have: those that are held for them and those that are paid; complimentary ones don't count. */
public interface LiveSeats {

    /**
     * How many live seats each of these buyers has, of a schedule, until the transaction ends. First waits for whoever is about
     * to offer them seats that they wait for, and keeps others from doing so; and for whoever may still be paying for a hold that
     * is over, since that payment was judged before its end and counts.
     *
     * <p>Keeps the shows as {@link Shows#keep} does, before all else, and with no statement of its own. Who waited for one to be
     * cancelled is told what was counted before, so whether it is has to be asked afterwards.
     */
    Map<Buyer, Integer> count(Collection<Buyer> buyers);

    /** Somebody who wants seats of a schedule. */
    record Buyer(UserId userId, ScheduleId scheduleId) {}
}
