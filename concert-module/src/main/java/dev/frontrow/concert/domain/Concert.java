package dev.frontrow.concert.domain;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.edge.PlainText;
import java.time.ZoneId;
import java.util.List;

/**
 * Something people want to see, at a place with a time zone of its own, on one or more evenings.
 *
 * <p>Never changes once it is published. Its texts are kept composed, however they are given.
 */
public record Concert(
        ConcertId id, String title, String performer, String venue, ZoneId timeZone, List<Schedule> schedules) {

    /** The longest title, performer or venue, in characters. */
    public static final int TEXT_LENGTH_MAX = 200;

    /** The most schedules a concert can have. */
    public static final int SCHEDULES_MAX = 100;

    public Concert {
        schedules = List.copyOf(schedules);
        title = described(title);
        performer = described(performer);
        venue = described(venue);
        if (schedules.isEmpty() || schedules.size() > SCHEDULES_MAX) {
            throw new IllegalArgumentException("concert " + id + " has " + schedules.size() + " schedules");
        }
    }

    /** What its publication means to others: one event a schedule, in the order of the schedules. */
    public List<ScheduleOpened> opened() {
        return schedules.stream().map(this::opened).toList();
    }

    private static String described(String text) {
        var described = new PlainText(text);
        if (described.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a concert: " + text);
        }
        return described.value();
    }

    private ScheduleOpened opened(Schedule schedule) {
        var sections = schedule.sections().stream()
                .map(section -> new ScheduleOpened.Section(
                        section.name(), section.rows(), section.seatsPerRow(), section.price()))
                .toList();
        return new ScheduleOpened(schedule.id(), id, sections);
    }
}
