package dev.frontrow.reservation.application.port.in;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.FreeSeats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers free seats to those who wait for them. That they are free, for whatever reason, and that nobody else can have them
 * meanwhile, is found out by looking; any number may look at once.
 */
public interface OfferSeats {

    /** Schedules that somebody waits for and whose seats nobody has just looked at, those longest ago first. */
    List<ScheduleId> due();

    /**
     * Offers seats of a schedule that are free, to some, one after another in the order of joining, each as many as wished for or
     * none. Does nothing where somebody else is at it.
     *
     * @param last the schedule's turn before, after which there was more to offer; {@link Turn#FIRST} if there was none just now
     */
    Turn offer(ScheduleId scheduleId, Turn last);

    /**
     * What a schedule's turn came to.
     *
     * @param more whether there may be more to offer at once
     * @param left what is free after it, so that the next turn need not read it; null where it has to
     */
    record Turn(boolean more, @Nullable FreeSeats left) {

        /** Before the first one. */
        public static final Turn FIRST = new Turn(true, null);

        /** After one that found nothing to offer. */
        public static final Turn LAST = new Turn(false, null);
    }
}
