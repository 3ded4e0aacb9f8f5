package dev.frontrow.concert.application.query;

import dev.frontrow.concert.ConcertId;
import java.time.ZoneId;
import java.util.List;

/** A concert with the schedules that were asked for, ordered by their start. */
public record ConcertView(
        ConcertId id, String title, String performer, String venue, ZoneId timeZone, List<ScheduleView> schedules) {

    public ConcertView {
        schedules = List.copyOf(schedules);
    }
}
