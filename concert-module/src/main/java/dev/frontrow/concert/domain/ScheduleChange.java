package dev.frontrow.concert.domain;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.PlainText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different in a schedule.
 *
 * @param id which schedule
 * @param fixed what was named of that which never changes by itself
 * @param sections those in which something is to be different
 */
public record ScheduleChange(
        ScheduleId id,
        Given<Instant> startsAt,
        Given<Instant> salesOpenAt,
        Given<Instant> salesCloseAt,
        Map<String, ? extends @Nullable Object> fixed,
        List<SectionChange> sections) {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    public ScheduleChange {
        sections = List.copyOf(sections);
    }

    /**
     * What is to be different in a section.
     *
     * @param name which section, in whichever form of Unicode
     * @param price points a seat
     * @param fixed what was named of that which never changes
     */
    public record SectionChange(String name, Given<Long> price, Map<String, ? extends @Nullable Object> fixed) {}

    Schedule of(Schedule schedule, ZoneId zone, Instant at, String path, Findings findings) {
        findings.checkFixed(path, fixed, present(schedule, zone, at));
        var priced = schedule.with(sectionsOf(schedule, path, findings));
        var start = startsAt.or(schedule.startsAt());
        var opens = salesOpenAt.or(schedule.window().opensAt());
        var closes = salesCloseAt.or(schedule.window().closesAt());
        if (!opens.isBefore(closes)) {
            findings.invalid(path + "salesOpenAt", "must be before salesCloseAt");
            return priced;
        }
        if (closes.isAfter(start)) {
            findings.invalid(path + "salesCloseAt", "must not be after startsAt");
            return priced;
        }
        if (schedule.cancellation() != null) {
            forbid(path, "startsAt", start, schedule.startsAt(), findings);
            forbid(path, "salesOpenAt", opens, schedule.window().opensAt(), findings);
            forbid(path, "salesCloseAt", closes, schedule.window().closesAt(), findings);
        } else if (!start.equals(schedule.startsAt())) {
            checkMove(schedule, start, at, path + "startsAt", findings);
        }
        return priced.movedTo(start, new SaleWindow(opens, closes));
    }

    /** Nothing of what is sold of a cancelled show can be different. */
    private static void forbid(String path, String name, Object wanted, Object present, Findings findings) {
        if (!wanted.equals(present)) {
            findings.forbidden(path + name, "can't be changed any more, as the schedule is cancelled");
        }
    }

    private static void checkMove(Schedule schedule, Instant start, Instant at, String field, Findings findings) {
        if (!at.isBefore(schedule.startsAt())) {
            findings.forbidden(field, "can't be moved any more, as it has begun");
        } else if (start.isBefore(at)) {
            findings.forbidden(field, "can't be moved into the past");
        }
    }

    private List<Section> sectionsOf(Schedule schedule, String path, Findings findings) {
        var names = schedule.sections().stream().map(Section::name).toList();
        var edited = new ArrayList<>(schedule.sections());
        var named = new HashSet<String>();
        for (int i = 0; i < sections.size(); i++) {
            var change = sections.get(i);
            var field = path + "sections[" + i + "].";
            var name = PlainText.composed(change.name);
            int position = names.indexOf(name);
            if (position < 0) {
                findings.invalid(field + "name", "is no section of this schedule");
            } else if (!named.add(name)) {
                findings.invalid(field + "name", "is given twice");
            } else {
                var section = edited.get(position);
                findings.checkFixed(field, change.fixed, Map.of("seatCount", section.seatCount()));
                var priced = section.at(change.price.or(section.price()));
                if (schedule.cancellation() != null) {
                    forbid(field, "price", priced.price(), section.price(), findings);
                }
                edited.set(position, priced);
            }
        }
        return edited;
    }

    /** What follows from the rest, as it is shown now. */
    private static Map<String, @Nullable Object> present(Schedule schedule, ZoneId zone, Instant at) {
        var start = schedule.startsAt().atZone(zone);
        var present = new HashMap<String, @Nullable Object>();
        present.put("localDate", start.toLocalDate().toString());
        present.put("localTime", TIME_OF_DAY.format(start));
        present.put("movedFrom", schedule.movedFrom());
        var cancellation = schedule.cancellation();
        present.put(
                "cancellation",
                cancellation == null ? null : Map.of("reason", cancellation.reason(), "at", cancellation.at()));
        present.put("saleStatus", statusOf(schedule, at));
        present.put("seatCount", schedule.seatCount());
        present.put("lowestPrice", schedule.lowestPrice());
        return present;
    }

    private static String statusOf(Schedule schedule, Instant at) {
        if (schedule.cancellation() != null) {
            return "CANCELLED";
        }
        if (schedule.window().isOpen(at)) {
            return "OPEN";
        }
        return at.isBefore(schedule.window().opensAt()) ? "UPCOMING" : "CLOSED";
    }
}
