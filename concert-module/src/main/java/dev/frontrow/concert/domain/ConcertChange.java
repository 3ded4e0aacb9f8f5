package dev.frontrow.concert.domain;

import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.InvalidRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants to be different in a published concert; what is not named stays. Each value by itself is one that a concert
 * can have.
 *
 * @param seatsPerUserMax null is the usual number
 * @param refundTerms null is as usual
 * @param fixed what was named of that which never changes, by its name: naming it as it is is no change
 * @param schedules those in which something is to be different
 */
public record ConcertChange(
        Given<String> title,
        Given<String> performer,
        Given<String> venue,
        Given<Boolean> hidden,
        Given<Integer> seatsPerUserMax,
        Given<RefundTermsChange> refundTerms,
        Map<String, ? extends @Nullable Object> fixed,
        List<ScheduleChange> schedules) {

    public ConcertChange {
        schedules = List.copyOf(schedules);
    }

    /**
     * Makes the concert that it is to become of the one that it is.
     *
     * @param usualSeatsMax how many seats one user may have where a concert does not say
     * @param at the database's clock, of a time when nobody else could change the concert any more
     * @throws InvalidRequest if that could not be published, or names what the concert does not have
     */
    public Edited of(Concert concert, int usualSeatsMax, Instant at) {
        var findings = new Findings();
        findings.checkFixed(
                "",
                fixed,
                Map.of(
                        "id", concert.id().toString(),
                        "timeZone", concert.timeZone().getId()));
        var edited = schedulesOf(concert, at, findings);
        if (!findings.invalid.isEmpty()) {
            throw new InvalidRequest(findings.invalid);
        }
        return new Edited(
                new Concert(
                        concert.id(),
                        title.or(concert.title()),
                        performer.or(concert.performer()),
                        venue.or(concert.venue()),
                        concert.timeZone(),
                        hidden.or(concert.hidden()),
                        seatsPerUserMaxOf(concert, usualSeatsMax),
                        refundTermsOf(concert),
                        edited),
                findings.forbidden);
    }

    /** The number that is in force anyway is no change, wherever it comes from. */
    private @Nullable Integer seatsPerUserMaxOf(Concert concert, int usualSeatsMax) {
        var present = concert.seatsPerUserMax();
        var inForce = present == null ? usualSeatsMax : present;
        return !seatsPerUserMax.isNamed() || Objects.equals(seatsPerUserMax.value(), inForce)
                ? present
                : seatsPerUserMax.value();
    }

    private RefundTerms refundTermsOf(Concert concert) {
        if (refundTerms.isNull()) {
            return RefundTerms.IN_FULL_UNTIL_START;
        }
        var change = refundTerms.value();
        return change == null ? concert.refundTerms() : change.of(concert.refundTerms());
    }

    private List<Schedule> schedulesOf(Concert concert, Instant at, Findings findings) {
        var ids = concert.schedules().stream().map(Schedule::id).toList();
        var edited = new ArrayList<>(concert.schedules());
        var named = new HashSet<ScheduleId>();
        for (int i = 0; i < schedules.size(); i++) {
            var change = schedules.get(i);
            var path = "schedules[" + i + "].";
            int position = ids.indexOf(change.id());
            if (position < 0) {
                findings.invalid(path + "id", "is no schedule of this concert");
            } else if (!named.add(change.id())) {
                findings.invalid(path + "id", "is given twice");
            } else {
                edited.set(position, change.of(edited.get(position), concert.timeZone(), at, path, findings));
            }
        }
        return edited;
    }
}
