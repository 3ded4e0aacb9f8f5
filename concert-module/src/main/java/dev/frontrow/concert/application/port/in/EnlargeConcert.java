package dev.frontrow.concert.application.port.in;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import dev.frontrow.concert.domain.UsedKey;
import org.jspecify.annotations.Nullable;

/**
 * Adds dates and seats to what is published, once under a key. Line and seats follow in the same transaction, so what is added can
 * be reserved from then on.
 */
public interface EnlargeConcert {

    /**
     * Adds a schedule with its seats, and tells of it by {@link dev.frontrow.concert.ScheduleOpened} and {@link
     * dev.frontrow.concert.SalesChanged}.
     *
     * @throws dev.frontrow.edge.IdempotencyKeyReused if the key was used for something else
     * @throws dev.frontrow.concert.ConcertNotFound if there is no such concert
     * @throws dev.frontrow.concert.ChangeNotAllowed if it has as many schedules as a concert can have
     */
    Effect addSchedule(ConcertId id, Schedule schedule, @Nullable UsedKey key);

    /**
     * Adds a section at the layout's end, and tells of it by {@link dev.frontrow.concert.SectionAdded}.
     *
     * @throws dev.frontrow.edge.IdempotencyKeyReused if the key was used for something else
     * @throws dev.frontrow.concert.ScheduleNotFound if there is no such schedule
     * @throws dev.frontrow.concert.ChangeNotAllowed if it has begun, has a section of that name, or has as many sections or seats
     *     as a schedule can have
     */
    Effect addSection(ScheduleId id, Section section, @Nullable UsedKey key);
}
