package dev.frontrow.app.faults;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.faults.Waiters.Waiter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that was offered of a schedule, as the database knows it, and the order in which those joined who waited. */
final class OfferHistory {

    private final JdbcClient database;
    private final UUID scheduleId;

    /** By user, read before anybody leaves. */
    private final Map<String, Long> numbers;

    OfferHistory(JdbcClient database, String scheduleId) {
        this.database = database;
        this.scheduleId = UUID.fromString(scheduleId);
        this.numbers = database
                .sql("""
            select user_id, number from reservation.waiting_entry where schedule_id = :schedule
            """)
                .param("schedule", this.scheduleId)
                .query((row, _) -> Map.entry(row.getString("user_id"), row.getLong("number")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A reservation of the schedule's, which nobody else may have had seats of until {@code until}. */
    private record Held(
            String userId, boolean isOffer, String state, Instant at, Instant until, List<Long> seats, String section) {

        private static Held map(ResultSet row, int n) throws SQLException {
            return new Held(
                    row.getString("user_id"),
                    row.getBoolean("offer"),
                    row.getString("state"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("hold_expires_at").toInstant(),
                    List.of((Long[]) row.getArray("seats").getArray()),
                    row.getString("sections"));
        }
    }

    private List<Held> all() {
        return database.sql("""
            select r.user_id, r.offer, r.state, r.created_at, r.hold_expires_at, array_agg(t.seat_id) as seats,
                   string_agg(distinct s.section, ',') as sections
              from reservation.reservation_now r
              join reservation.ticket t on t.reservation_id = r.id
              join reservation.seat s on s.id = t.seat_id
             where r.schedule_id = :schedule
             group by r.id, r.user_id, r.offer, r.state, r.created_at, r.hold_expires_at, r.sequence
             order by r.sequence
            """).param("schedule", scheduleId).query(Held::map).list();
    }

    /** Whether each of these seats is paid for. */
    boolean arePaid(List<Long> seatIds) {
        return database.sql("""
            select count(*) from reservation.seat where id = any(cast(:ids as bigint[])) and status = 'SOLD'
            """)
                        .param("ids", seatIds.stream().map(String::valueOf).collect(joining(",", "{", "}")))
                        .query((row, _) -> row.getInt(1))
                        .single()
                == seatIds.size();
    }

    /**
     * Sees that all offers were right; answers how long a seat was free at most before it was offered.
     *
     * @param freed by seat, when those were free at the latest that somebody gave back
     */
    Duration check(Map<String, Waiter> waiters, Map<Long, Instant> freed) {
        var offers = all().stream().filter(Held::isOffer).toList();
        assertThat(offers.stream().map(Held::userId))
                .as("users who had an offer")
                .doesNotHaveDuplicates();
        var byUser = offers.stream().collect(toMap(Held::userId, offer -> offer));
        for (var offer : offers) {
            var waiter = waiters.get(offer.userId);
            assertThat(offer.seats).as("the whole wish").hasSize(waiter.seats);
            assertThat(offer.section).as("of one section, which was wished for").isIn(wished(waiter));
            var left = waiter.left;
            if (left != null) {
                assertThat(offer.at).as("offered to somebody who had left").isBefore(left);
                assertThat(offer.state).as("the offer of somebody who left").isIn("EXPIRED", "RELEASED");
            }
            waiters.values().forEach(other -> checkNotPassedOver(other, offer, byUser));
        }
        return checkEachSeat(freed);
    }

    private static List<String> wished(Waiter waiter) {
        return waiter.section == null ? List.of("A", "B") : List.of(waiter.section);
    }

    /** Nobody before in the list still waited who could have had these seats instead. */
    private void checkNotPassedOver(Waiter other, Held offer, Map<String, Held> offers) {
        var fits = other.seats <= offer.seats.size() && wished(other).contains(offer.section);
        var asked = other.askedToLeave;
        var mayHaveLeft = asked != null && !asked.isAfter(offer.at);
        if (fits && !mayHaveLeft && numbers.get(other.user.id) < numbers.get(offer.userId)) {
            assertThat(offers)
                    .as("number " + numbers.get(other.user.id) + " passed over")
                    .containsKey(other.user.id);
            assertThat(offers.get(other.user.id).at).isBeforeOrEqualTo(offer.at);
        }
    }

    /** Each seat went from one to the next, when the one before no longer had it. */
    private Duration checkEachSeat(Map<Long, Instant> freed) {
        var longest = Duration.ZERO;
        var bySeat = new HashMap<Long, List<Held>>();
        all().forEach(held -> held.seats.forEach(
                seat -> bySeat.computeIfAbsent(seat, _ -> new ArrayList<>()).add(held)));
        for (var seat : bySeat.entrySet()) {
            var holders = seat.getValue();
            var free = freed.get(seat.getKey());
            if (free != null) {
                var first = holders.stream().filter(Held::isOffer).findFirst().orElseThrow();
                longest = longer(longest, Duration.between(free, first.at));
            }
            for (var i = 1; i < holders.size(); i++) {
                var before = holders.get(i - 1);
                assertThat(before.state).as("held by two").isIn("EXPIRED", "RELEASED", "CANCELLED");
                if (before.state.equals("EXPIRED")) {
                    var wait = Duration.between(before.until, holders.get(i).at);
                    assertThat(wait).as("offered while it was held").isGreaterThanOrEqualTo(Duration.ZERO);
                    longest = longer(longest, wait);
                }
            }
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
