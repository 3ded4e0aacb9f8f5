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
     * Begins a statement with the smallest of the wishes for the same sections, at schedules that are an SQL array: those who wait
     * are read once, however many sections there are. Asks the tables, not the view, which looks at the offers of those who don't
     * wait any more.
     */
    static String wishes(String schedules) {
        return """
                with wish as materialized (
                  select e.schedule_id, e.sections, min(e.seats) as seats
                    from reservation.waiting_entry e
                    join reservation.waiting_list l on l.schedule_id = e.schedule_id and l.closes_at > statement_timestamp()
                   where e.schedule_id = any(%s) and e.status = 'WAITING'
                   group by e.schedule_id, e.sections)
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
