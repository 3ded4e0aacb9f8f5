package dev.frontrow.concert.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.Fingerprint;
import dev.frontrow.edge.PlainText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something people want to see, at a place with a time zone of its own, on one or more evenings.
 *
 * <p>Its texts are kept composed, however they are given. It is immutable; what an admin changes is a new one, made by a {@link
 * ConcertChange}.
 *
 * @param hidden whether it is not there for anybody but admins
 * @param seatsPerUserMax how many seats of a schedule one user may have; null where it is the usual number
 * @param refundTerms what holds for whoever reserves now
 */
public record Concert(
        ConcertId id,
        String title,
        String performer,
        String venue,
        ZoneId timeZone,
        boolean hidden,
        @Nullable Integer seatsPerUserMax,
        RefundTerms refundTerms,
        List<Schedule> schedules) {

    /** The longest title, performer or venue, in characters. */
    public static final int TEXT_LENGTH_MAX = 200;

    /** The most schedules a concert can have. */
    public static final int SCHEDULES_MAX = 100;

    public Concert {
        schedules = List.copyOf(schedules);
        title = described(title);
        performer = described(performer);
        venue = described(venue);
        if (seatsPerUserMax != null && (seatsPerUserMax < 1 || seatsPerUserMax > ScheduleSale.SEATS_PER_USER_LIMIT)) {
            throw new IllegalArgumentException(
                    "concert " + id + " can't let a user have " + seatsPerUserMax + " seats");
        }
        if (schedules.isEmpty() || schedules.size() > SCHEDULES_MAX) {
            throw new IllegalArgumentException("concert " + id + " has " + schedules.size() + " schedules");
        }
    }

    /** What its publication means to others: one event a schedule, in the order of the schedules. */
    public List<ScheduleOpened> opened() {
        return schedules.stream().map(this::opened).toList();
    }

    /** The same with one more schedule; refuses where it has as many as it can have. */
    public Concert with(Schedule schedule) {
        if (schedules.size() == SCHEDULES_MAX) {
            throw new ChangeNotAllowed(List.of(new FieldProblem(
                    FieldProblem.BODY, "is one schedule more than the " + SCHEDULES_MAX + " there may be")));
        }
        return with(Stream.concat(schedules.stream(), Stream.of(schedule)).toList());
    }

    /** The same with one more section in a schedule; refuses where that is cancelled, has begun, or can't have it. */
    public Concert with(ScheduleId scheduleId, Section section, Instant at) {
        return with(scheduleId, schedule -> schedule.with(section, at));
    }

    /** The same with a schedule that will not take place; refuses where it has begun. */
    public Concert cancelled(ScheduleId scheduleId, String reason, Instant at) {
        return with(scheduleId, schedule -> schedule.cancelled(reason, at));
    }

    /** What it means to others that a schedule of it, which is cancelled, will not take place. */
    public ShowCancelled showCancelled(ScheduleId scheduleId) {
        var cancellation = requireNonNull(schedule(scheduleId).cancellation());
        return new ShowCancelled(scheduleId, cancellation.reason(), cancellation.at(), sale());
    }

    private Concert with(ScheduleId scheduleId, UnaryOperator<Schedule> change) {
        return with(schedules.stream()
                .map(schedule -> schedule.id().equals(scheduleId) ? change.apply(schedule) : schedule)
                .toList());
    }

    /** The schedule of that id, which it has. */
    public Schedule schedule(ScheduleId scheduleId) {
        return schedules.stream()
                .filter(schedule -> schedule.id().equals(scheduleId))
                .findFirst()
                .orElseThrow();
    }

    private Concert with(List<Schedule> newSchedules) {
        return new Concert(id, title, performer, venue, timeZone, hidden, seatsPerUserMax, refundTerms, newSchedules);
    }

    /**
     * Names what it is, whichever ids it and its schedules were given: the same for two requests that ask for the same. Usual terms
     * are not named, so it is the same as before concerts had terms.
     */
    public Fingerprint content() {
        var texts = Stream.of(title, performer, venue, timeZone.getId(), String.valueOf(hidden));
        return fingerprint(Stream.of(texts, ownTerms(), schedules.stream().flatMap(Schedule::content))
                .flatMap(identity()));
    }

    private Stream<String> ownTerms() {
        return seatsPerUserMax == null && refundTerms.equals(RefundTerms.IN_FULL_UNTIL_START)
                ? Stream.empty()
                : Stream.of(String.valueOf(seatsPerUserMax), refundTerms.toString());
    }

    /** No text of a concert contains what stands between them. */
    static Fingerprint fingerprint(Stream<String> texts) {
        return Fingerprint.of(texts.collect(joining("\0")).getBytes(UTF_8));
    }

    /** When its schedules are on sale. */
    public ConcertSale sale() {
        return new ConcertSale(
                id,
                schedules.stream()
                        .filter(schedule -> !schedule.isCancelled())
                        .map(Schedule::window)
                        .toList(),
                schedules.stream()
                        .map(Schedule::closesAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /**
     * What it means to others that it was another one before: nothing, where only what is read of it is different. It is told in
     * the order in which those who follow take their locks: of the line first, then of what is sold when, by the ids of the
     * schedules, and of seats last.
     */
    public List<DomainEvent> changedFrom(Concert before) {
        var earlier = before.schedules.stream().collect(toMap(Schedule::id, identity()));
        var kept = schedules.stream()
                .filter(schedule -> earlier.containsKey(schedule.id()))
                .toList();
        var priced = kept.stream()
                .flatMap(schedule -> schedule.sectionsPricedSince(requireNonNull(earlier.get(schedule.id()))))
                .toList();
        return Stream.of(
                        sale().equals(before.sale())
                                ? Stream.<DomainEvent>empty()
                                : Stream.of(new SalesChanged(sale())),
                        kept.stream()
                                .sorted(Comparator.comparing(
                                        schedule -> schedule.id().toString())) // as the database orders them
                                .flatMap(schedule ->
                                        schedule.timesChangedFrom(requireNonNull(earlier.get(schedule.id())))),
                        schedules.stream()
                                .filter(schedule -> !earlier.containsKey(schedule.id()))
                                .map(this::opened),
                        priced.isEmpty() ? Stream.<DomainEvent>empty() : Stream.of(new SectionsPriced(priced)),
                        kept.stream()
                                .flatMap(schedule ->
                                        schedule.sectionsAddedSince(requireNonNull(earlier.get(schedule.id())))))
                .<DomainEvent>flatMap(identity())
                .toList();
    }

    private static String described(String text) {
        var described = new PlainText(text);
        if (described.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a concert: " + text);
        }
        return described.value();
    }

    private ScheduleOpened opened(Schedule schedule) {
        return new ScheduleOpened(
                schedule.id(),
                id,
                schedule.sections().stream().map(Section::opened).toList());
    }
}
