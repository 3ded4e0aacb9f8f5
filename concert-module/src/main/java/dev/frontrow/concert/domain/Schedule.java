package dev.frontrow.concert.domain;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * One evening of a concert: when it starts, when its seats are sold, and how they are laid out.
 *
 * <p>Seats are sold until the start at the latest. All of it may lie in the past. Instants in whole microseconds.
 *
 * @param movedFrom the start that it was published with; null where that is the present one
 * @param cancellation that it will not take place; null where it will
 */
public record Schedule(
        ScheduleId id,
        Instant startsAt,
        @Nullable Instant movedFrom,
        @Nullable Cancellation cancellation,
        SaleWindow window,
        List<Section> sections) {

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
        if (startsAt.equals(movedFrom)) {
            throw new IllegalArgumentException("schedule " + id + " was not moved from " + movedFrom);
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

    /** A schedule as it is published. */
    public Schedule(ScheduleId id, Instant startsAt, SaleWindow window, List<Section> sections) {
        this(id, startsAt, null, null, window, sections);
    }

    /** Whether it will not take place. */
    boolean isCancelled() {
        return cancellation != null;
    }

    /** When its sale closes, or has closed. */
    Instant closesAt() {
        return window.closesAt(cancellation == null ? null : cancellation.at());
    }

    /** The same, cancelled; refuses where it has begun. */
    Schedule cancelled(String reason, Instant at) {
        if (!at.isBefore(startsAt)) {
            throw new ChangeNotAllowed(List.of(
                    new FieldProblem(FieldProblem.BODY, "can't be cancelled any more, as the schedule has begun")));
        }
        return new Schedule(id, startsAt, movedFrom, new Cancellation(reason, at), window, sections);
    }

    /** What it means to others that it was to start or to be sold at another time before. */
    Stream<DomainEvent> timesChangedFrom(Schedule before) {
        var events = Stream.<DomainEvent>builder();
        if (!startsAt.equals(before.startsAt)) {
            events.add(new ScheduleMoved(id, startsAt));
        }
        if (!window.equals(before.window)) {
            events.add(new SaleRescheduled(id, window));
        }
        return events.build();
    }

    /** Which of its sections had another price before. */
    Stream<SectionsPriced.Section> sectionsPricedSince(Schedule before) {
        return IntStream.range(0, before.sections.size())
                .filter(i -> sections.get(i).price() != before.sections.get(i).price())
                .mapToObj(sections::get)
                .map(section -> new SectionsPriced.Section(id, section.name(), section.price()));
    }

    /** Which sections it did not have before. */
    Stream<SectionAdded> sectionsAddedSince(Schedule before) {
        return IntStream.range(before.sections.size(), sections.size())
                .mapToObj(i -> new SectionAdded(id, sections.get(i).opened(), i + 1));
    }

    /** The same with one more section; refuses where it is cancelled, has begun, or can't have it. */
    Schedule with(Section section, Instant at) {
        var forbidden = new ArrayList<FieldProblem>();
        if (cancellation != null) {
            forbidden.add(new FieldProblem(FieldProblem.BODY, "can't be added any more, as the schedule is cancelled"));
        }
        if (!at.isBefore(startsAt)) {
            forbidden.add(new FieldProblem(FieldProblem.BODY, "can't be added any more, as the schedule has begun"));
        }
        if (sections.stream().anyMatch(each -> each.name().equals(section.name()))) {
            forbidden.add(new FieldProblem("name", "is the name of a section already"));
        }
        if (sections.size() == SECTIONS_MAX) {
            forbidden.add(new FieldProblem(
                    FieldProblem.BODY, "is one section more than the " + SECTIONS_MAX + " there may be"));
        }
        if (seatCount() + section.seatCount() > SEATS_MAX) {
            forbidden.add(new FieldProblem("rows", "would be more than " + SEATS_MAX + " seats in all"));
        }
        if (!forbidden.isEmpty()) {
            throw new ChangeNotAllowed(forbidden);
        }
        return with(Stream.concat(sections.stream(), Stream.of(section)).toList());
    }

    /** Names what it is as one more schedule of a concert, whichever id it was given. */
    public Fingerprint content(ConcertId concertId) {
        return Concert.fingerprint(Stream.concat(Stream.of(concertId.toString()), content()));
    }

    /** What it is, but for its id. */
    Stream<String> content() {
        var times = Stream.of(startsAt, window.opensAt(), window.closesAt(), sections.size());
        return Stream.concat(times.map(Object::toString), sections.stream().flatMap(Section::content));
    }

    /** The same at another time, sold in another window. */
    Schedule movedTo(Instant newStart, SaleWindow newWindow) {
        var published = movedFrom == null ? startsAt : movedFrom;
        return new Schedule(
                id, newStart, newStart.equals(published) ? null : published, cancellation, newWindow, sections);
    }

    /** The same with these sections. */
    Schedule with(List<Section> newSections) {
        return new Schedule(id, startsAt, movedFrom, cancellation, window, newSections);
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
