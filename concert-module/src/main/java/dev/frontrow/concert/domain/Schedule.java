package dev.frontrow.concert.domain;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import java.time.Instant;
import java.util.List;

/**
 * One evening of a concert: when it starts, when its seats are sold, and how they are laid out.
 *
 * <p>Seats are sold until the start at the latest. All of it may lie in the past. Instants in whole microseconds.
 */
public record Schedule(ScheduleId id, Instant startsAt, SaleWindow window, List<Section> sections) {

    /** The most seats a schedule can have. */
    public static final int SEATS_MAX = 100_000;

    /** The most sections a schedule can have. */
    public static final int SECTIONS_MAX = 100;

    /** The first instant a schedule can name. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** The first instant that no schedule can name any more. */
    public static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

    public Schedule {
        sections = List.copyOf(sections);
        if (!isInCalendar(window.opensAt()) || !isInCalendar(startsAt)) {
            throw new IllegalArgumentException("schedule " + id + " is outside the years 1970 to 9999");
        }
        if (window.closesAt().isAfter(startsAt)) {
            throw new IllegalArgumentException(
                    "schedule " + id + " starts at " + startsAt + ", before its sale closes at " + window.closesAt());
        }
        if (sections.isEmpty() || sections.size() > SECTIONS_MAX) {
            throw new IllegalArgumentException("schedule " + id + " has " + sections.size() + " sections");
        }
        if (sections.stream().map(Section::name).distinct().count() != sections.size()) {
            throw new IllegalArgumentException("schedule " + id + " has two sections of one name");
        }
        if (seatsOf(sections) > SEATS_MAX) {
            throw new IllegalArgumentException("schedule " + id + " has " + seatsOf(sections) + " seats");
        }
    }

    /** Whether it lies in the years 1970 to 9999: each party to it, the database included, can hold those. */
    public static boolean isInCalendar(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(TOO_LATE);
    }

    /** How many seats all its sections have together. */
    public int seatCount() {
        return seatsOf(sections);
    }

    /** What its cheapest seat costs, in points. */
    public long lowestPrice() {
        return sections.stream().mapToLong(Section::price).min().orElseThrow();
    }

    private static int seatsOf(List<Section> sections) {
        return sections.stream().mapToInt(Section::seatCount).sum();
    }
}
