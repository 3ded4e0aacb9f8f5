package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.FreeSeats.FreeSeat;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatWish;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingLists implements WaitingLists {

    /** So that no statement comes near the statement timeout, however many wait. */
    private static final int ENTRIES_A_STATEMENT = 10_000;

    /** Begins a statement with a wish at a schedule, whose list is locked; writes it where nobody has had it there before. */
    private static final String WISH = """
            with known as (
              select id
                from reservation.waiting_wish
               where schedule_id = :scheduleId and seats = :seats
                 and sections is not distinct from cast(:sections as text[])),
            added as (
              insert into reservation.waiting_wish (schedule_id, seats, sections)
              select :scheduleId, :seats, cast(:sections as text[])
               where not exists (select from known)
              returning id),
            wish as (
              select id from known union all select id from added)
            """;

    private final JdbcClient jdbc;

    JdbcWaitingLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ScheduleId, Demand> demand(Collection<ScheduleId> scheduleIds) {
        return jdbc
                .sql(WaitingEntryRow.wishes("cast(:ids as uuid[])") + """
                select s.schedule_id, s.section, s.free, %s as smallest_wish
                  from (select schedule_id, section, count(*) filter (where state = 'AVAILABLE') as free
                          from reservation.seat_now
                         where schedule_id = any(cast(:ids as uuid[]))
                         group by schedule_id, section) s
                """.formatted(WaitingEntryRow.SMALLEST_WISH))
                .param("ids", texts(scheduleIds, ScheduleId::value))
                .query((row, n) -> new SectionRow(
                        new ScheduleId(row.getObject("schedule_id", UUID.class)),
                        new Demand.OfSection(
                                row.getString("section"), row.getInt("free"), WaitingEntryRow.smallestWish(row))))
                .list()
                .stream()
                .collect(groupingBy(
                        SectionRow::scheduleId,
                        mapping(SectionRow::section, collectingAndThen(toList(), Demand::new))));
    }

    private record SectionRow(ScheduleId scheduleId, Demand.OfSection section) {}

    /** What it writes of a sale is written over by whoever joins; a list that nobody has joined is of nobody's interest. */
    @Override
    public Instant lock(ScheduleId scheduleId) {
        return jdbc.sql("""
                insert into reservation.waiting_list (schedule_id, closes_at)
                values (:scheduleId, 'infinity')
                    on conflict (schedule_id) do update set closes_at = waiting_list.closes_at
                returning clock_timestamp() as at
                """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> instant(row, "at"))
                .single();
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
        jdbc.sql(WISH + """
                , list as (
                  update reservation.waiting_list
                     set sequence = sequence + 1, closes_at = :closesAt
                   where schedule_id = :scheduleId
                  returning sequence)
                insert into reservation.waiting_entry (schedule_id, user_id, number, wish_id, status, joined_at)
                select :scheduleId, :userId, list.sequence, wish.id, 'WAITING', statement_timestamp()
                  from list
                 cross join wish
                    on conflict (schedule_id, user_id) do update
                   set number = excluded.number, wish_id = excluded.wish_id, status = excluded.status,
                       reservation_id = null, joined_at = excluded.joined_at
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
        var changed = jdbc.sql(WISH + """
                , list as (
                  update reservation.waiting_list
                     set sequence = sequence + 1
                   where schedule_id = :scheduleId)
                update reservation.waiting_entry
                   set wish_id = wish.id
                  from wish
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

    /** Jumps from schedule to schedule, however many wait for each. */
    @Override
    public List<ScheduleId> due(Duration unseen, int atMost) {
        return jdbc.sql("""
                with recursive waited_for as (
                  (select schedule_id
                     from reservation.waiting_entry
                    where status = 'WAITING'
                    order by schedule_id
                    limit 1)
                   union all
                  select (select e.schedule_id
                            from reservation.waiting_entry e
                           where e.status = 'WAITING' and e.schedule_id > waited_for.schedule_id
                           order by e.schedule_id
                           limit 1)
                    from waited_for
                   where waited_for.schedule_id is not null)
                select l.schedule_id
                  from waited_for
                  join reservation.waiting_list l on l.schedule_id = waited_for.schedule_id
                 where l.looked_at <= statement_timestamp() - make_interval(secs => :seconds)
                 order by l.looked_at
                 limit :atMost
                """)
                .param("seconds", unseen.toMillis() / 1_000.0)
                .param("atMost", atMost)
                .query((row, n) -> new ScheduleId(row.getObject("schedule_id", UUID.class)))
                .list();
    }

    @Override
    public Optional<Instant> lockDue(ScheduleId scheduleId, Duration unseen) {
        return jdbc.sql("""
                with due as materialized (
                  select schedule_id
                    from reservation.waiting_list
                   where schedule_id = :scheduleId
                     and looked_at <= statement_timestamp() - make_interval(secs => :seconds)
                     for no key update skip locked)
                select clock_timestamp() as at from due
                """)
                .param("scheduleId", scheduleId.value())
                .param("seconds", unseen.toMillis() / 1_000.0)
                .query((row, n) -> instant(row, "at"))
                .optional();
    }

    @Override
    public List<FreeSeat> freeSeats(ScheduleId scheduleId) {
        return jdbc.sql("""
                select id, section, row_label, number
                  from reservation.seat_now
                 where schedule_id = :scheduleId and state = 'AVAILABLE'
                 order by id
                """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> new FreeSeat(
                        new SeatId(row.getLong("id")),
                        row.getString("section"),
                        row.getString("row_label"),
                        row.getInt("number")))
                .list();
    }

    /** Looks up the first of those who wait for each wish that fits; no others are read. */
    @Override
    public List<WaitingEntry> fitting(ScheduleId scheduleId, Map<String, Integer> free, int atMost) {
        return jdbc.sql("""
                with fits as materialized (
                  select w.id, w.seats, w.sections
                    from reservation.waiting_wish w
                   where w.schedule_id = :scheduleId
                     and exists (select
                                   from unnest(cast(:sections as text[]), cast(:free as int[])) as free (section, seats)
                                  where free.seats >= w.seats
                                    and (w.sections is null or free.section = any(w.sections))))
                select e.schedule_id, e.user_id, fits.seats, fits.sections, e.status as state, e.reservation_id
                  from fits
                 cross join lateral (select schedule_id, user_id, number, status, reservation_id
                                       from reservation.waiting_entry
                                      where wish_id = fits.id and status = 'WAITING'
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

    @Override
    public void endAll(ScheduleId scheduleId) {
        int ended;
        do {
            ended = endSome(scheduleId);
        } while (ended == ENTRIES_A_STATEMENT);
    }

    /** Entries are locked in the order in which whoever reserves locks those of several users. */
    private int endSome(ScheduleId scheduleId) {
        return jdbc.sql("""
                with waiting as materialized (
                  select schedule_id, user_id
                    from reservation.waiting_entry
                   where schedule_id = :scheduleId and status = 'WAITING'
                   order by user_id
                   limit :atMost
                     for no key update)
                update reservation.waiting_entry e
                   set status = 'ENDED'
                  from waiting
                 where e.schedule_id = waiting.schedule_id and e.user_id = waiting.user_id
                """)
                .param("scheduleId", scheduleId.value())
                .param("atMost", ENTRIES_A_STATEMENT)
                .update();
    }

    @Override
    public void lookedThrough(ScheduleId scheduleId) {
        jdbc.sql("""
                update reservation.waiting_list set looked_at = statement_timestamp() where schedule_id = :scheduleId
                """).param("scheduleId", scheduleId.value()).update();
    }

    @Override
    public void follow(ScheduleId scheduleId, SaleWindow sale) {
        boolean isClosed = jdbc.sql("""
                with list as (
                  update reservation.waiting_list l
                     set closes_at = :closesAt
                    from (select schedule_id, closes_at from reservation.waiting_list where schedule_id = :scheduleId) before
                   where l.schedule_id = before.schedule_id
                  returning before.closes_at)
                select closes_at <= statement_timestamp() or statement_timestamp() < :opensAt
                       or :closesAt <= statement_timestamp() as closed
                  from list
                """)
                .param("scheduleId", scheduleId.value())
                .param("opensAt", DatabaseTime.parameter(sale.opensAt()))
                .param("closesAt", DatabaseTime.parameter(sale.closesAt()))
                .query((row, n) -> row.getBoolean("closed"))
                .single();
        if (isClosed) {
            endAll(scheduleId);
        }
    }
}
