package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.out.WaitingEntries;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingEntries implements WaitingEntries {

    private final JdbcClient jdbc;

    JdbcWaitingEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<WaitingEntry> find(ScheduleId scheduleId, UserId userId) {
        return jdbc.sql("""
                select schedule_id, user_id, seats, sections, state, reservation_id
                  from reservation.waiting_entry_now
                 where schedule_id = :scheduleId and user_id = :userId
                """)
                .param("scheduleId", scheduleId.value())
                .param("userId", userId.value())
                .query(WaitingEntryRow::entry)
                .optional();
    }

    @Override
    public void join(ScheduleId scheduleId, UserId userId, SeatWish wish, SaleWindow sale) {
        jdbc.sql("""
                with list as (
                  update reservation.waiting_list
                     set sequence = sequence + 1, closes_at = :closesAt
                   where schedule_id = :scheduleId
                  returning sequence)
                insert into reservation.waiting_entry (schedule_id, user_id, number, seats, sections, status, joined_at)
                select :scheduleId, :userId, sequence, :seats, cast(:sections as text[]), 'WAITING', statement_timestamp()
                  from list
                    on conflict (schedule_id, user_id) do update
                   set number = excluded.number, seats = excluded.seats, sections = excluded.sections,
                       status = excluded.status, reservation_id = null, joined_at = excluded.joined_at
                """)
                .param("scheduleId", scheduleId.value())
                .param("userId", userId.value())
                .param("seats", wish.seats())
                .param("sections", sections(wish))
                .param("closesAt", DatabaseTime.parameter(sale.closesAt()))
                .update();
    }

    @Override
    public void change(ScheduleId scheduleId, UserId userId, SeatWish wish) {
        var changed = jdbc.sql("""
                with list as (
                  update reservation.waiting_list
                     set sequence = sequence + 1
                   where schedule_id = :scheduleId)
                update reservation.waiting_entry
                   set seats = :seats, sections = cast(:sections as text[])
                 where schedule_id = :scheduleId and user_id = :userId and status = 'WAITING'
                """)
                .param("scheduleId", scheduleId.value())
                .param("userId", userId.value())
                .param("seats", wish.seats())
                .param("sections", sections(wish))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("user " + userId + " does not wait for schedule " + scheduleId);
        }
    }

    private static String @Nullable [] sections(SeatWish wish) {
        return wish.sections().isEmpty() ? null : wish.sections().toArray(String[]::new);
    }

    @Override
    public void remove(ScheduleId scheduleId, UserId userId) {
        jdbc.sql("""
                delete from reservation.waiting_entry where schedule_id = :scheduleId and user_id = :userId
                """)
                .param("scheduleId", scheduleId.value())
                .param("userId", userId.value())
                .update();
    }

    /** Looks up the first of those who wait for each wish that fits; no others are read. */
    @Override
    public List<WaitingEntry> fitting(ScheduleId scheduleId, Map<String, Integer> free, int atMost) {
        return jdbc.sql(WaitingEntryRow.wishes("cast(array[:scheduleId] as uuid[])") + """
                , fits as materialized (
                  select wish.schedule_id, wish.wish
                    from wish
                   where exists (select
                                   from unnest(cast(:sections as text[]), cast(:free as int[])) as free (section, seats)
                                  where free.seats >= wish.seats
                                    and (wish.sections is null or free.section = any(wish.sections))))
                select e.schedule_id, e.user_id, e.seats, e.sections, e.state, e.reservation_id
                  from fits
                 cross join lateral (select schedule_id, user_id, number, seats, sections, status as state, reservation_id
                                       from reservation.waiting_entry
                                      where schedule_id = fits.schedule_id and status = 'WAITING'
                                        and reservation.waiting_wish(seats, sections) = fits.wish
                                      order by number
                                      limit :atMost) e
                 order by e.number
                 limit :atMost
                """)
                .param("scheduleId", scheduleId.value())
                .param("sections", texts(free.keySet(), name -> name))
                .param("free", numbers(free.values(), seats -> seats))
                .param("atMost", atMost)
                .query(WaitingEntryRow::entry)
                .list();
    }

    @Override
    public void offer(ScheduleId scheduleId, Map<UserId, ReservationId> offers) {
        var offered = jdbc.sql("""
                update reservation.waiting_entry e
                   set status = 'OFFERED', reservation_id = offer.reservation_id
                  from unnest(cast(:userIds as text[]), cast(:reservationIds as uuid[])) as offer (user_id, reservation_id)
                 where e.schedule_id = :scheduleId and e.user_id = offer.user_id and e.status = 'WAITING'
                """)
                .param("scheduleId", scheduleId.value())
                .param("userIds", texts(offers.keySet(), UserId::value))
                .param("reservationIds", texts(offers.values(), ReservationId::value))
                .update();
        if (offered != offers.size()) {
            throw new IllegalStateException(
                    "of " + offers.size() + " offers at schedule " + scheduleId + " were noted " + offered);
        }
    }

    @Override
    public void end(ScheduleId scheduleId, Collection<UserId> userIds) {
        jdbc.sql("""
                update reservation.waiting_entry
                   set status = 'ENDED'
                 where schedule_id = :scheduleId and user_id = any(cast(:userIds as text[])) and status = 'WAITING'
                """)
                .param("scheduleId", scheduleId.value())
                .param("userIds", texts(userIds, UserId::value))
                .update();
    }
}
