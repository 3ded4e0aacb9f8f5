package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.WaitingEntry;
import dev.frontrow.reservation.domain.WaitingStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;

/** An entry of a waiting list, as statements read it. */
final class WaitingEntryRow {

    /** For how many seats the smallest {@link #wishes wish} is that takes seats of the section {@code s}, null where there is none. */
    static final String SMALLEST_WISH = """
            (select min(wish.seats)
               from wish
              where wish.schedule_id = s.schedule_id and (wish.sections is null or s.section = any(wish.sections)))""";

    private WaitingEntryRow() {}

    /**
     * Begins a statement with what is waited for at schedules, which are an SQL array: each different wish once, however many have
     * it.
     */
    static String wishes(String schedules) {
        return """
                with wish as materialized (
                  select w.schedule_id, w.seats, w.sections
                    from reservation.waiting_wish w
                    join reservation.waiting_list l on l.schedule_id = w.schedule_id and l.closes_at > statement_timestamp()
                   cross join lateral (select 1
                                         from reservation.waiting_entry
                                        where wish_id = w.id and status = 'WAITING'
                                        limit 1) waits
                   where w.schedule_id = any(%s))
                """.formatted(schedules);
    }

    static WaitingEntry entry(ResultSet row, int n) throws SQLException {
        var sections = row.getArray("sections");
        return new WaitingEntry(
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                new UserId(row.getString("user_id")),
                new SeatWish(
                        row.getInt("seats"),
                        new TreeSet<>(sections == null ? List.of() : List.of((String[]) sections.getArray()))),
                WaitingStatus.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("reservation_id", UUID.class)).map(ReservationId::new));
    }

    static OptionalInt smallestWish(ResultSet row) throws SQLException {
        var seats = row.getObject("smallest_wish", Integer.class);
        return seats == null ? OptionalInt.empty() : OptionalInt.of(seats);
    }
}
