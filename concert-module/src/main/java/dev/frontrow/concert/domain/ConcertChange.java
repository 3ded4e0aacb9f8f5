package dev.frontrow.concert.domain;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Given;
import dev.frontrow.edge.InvalidRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants to be different in a published concert; what is not named stays. Each value by itself is one that a concert
 * can have.
 *
 * @param fixed what was named of that which never changes, by its name: naming it as it is is no change
 * @param schedules those in which something is to be different
 */
public record ConcertChange(
        Given<String> title,
        Given<String> performer,
        Given<String> venue,
        Given<Boolean> hidden,
        Map<String, ? extends @Nullable Object> fixed,
        List<ScheduleChange> schedules) {

    public ConcertChange {
        schedules = List.copyOf(schedules);
    }

    /**
     * Makes the concert that it is to become of the one that it is.
     *
     * @param at the database's clock, of a time when nobody else could change the concert any more
     * @throws InvalidRequest if that could not be published, or names what the concert does not have
     */
    public Edited of(Concert concert, Instant at) {
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
                        edited),
                findings.forbidden);
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
