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
     * Begins a statement with what is waited for at schedules, which are an SQL array: each different wish once. Jumps from wish to
     * wish, however many wait for each. Asks the tables, not the view, which looks at the offers of those who don't wait any more.
     */
    static String wishes(String schedules) {
        return """
                with recursive wish as (
                  select first.schedule_id, first.seats, first.sections, first.wish
                    from unnest(%s) as asked (schedule_id)
                    join reservation.waiting_list l on l.schedule_id = asked.schedule_id and l.closes_at > statement_timestamp()
                   cross join lateral (select schedule_id, seats, sections, reservation.waiting_wish(seats, sections) as wish
                                         from reservation.waiting_entry
                                        where schedule_id = l.schedule_id and status = 'WAITING'
                                        order by schedule_id, reservation.waiting_wish(seats, sections), number
                                        limit 1) first
                   union all
                  select next.schedule_id, next.seats, next.sections, next.wish
                    from wish
                   cross join lateral (select schedule_id, seats, sections, reservation.waiting_wish(seats, sections) as wish
                                         from reservation.waiting_entry
                                        where schedule_id = wish.schedule_id and status = 'WAITING'
                                          and reservation.waiting_wish(seats, sections) > wish.wish
                                        order by schedule_id, reservation.waiting_wish(seats, sections), number
                                        limit 1) next)
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
