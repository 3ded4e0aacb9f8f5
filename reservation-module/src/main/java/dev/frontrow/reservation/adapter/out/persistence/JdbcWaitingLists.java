package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.FreeSeats.FreeSeat;
import dev.frontrow.reservation.domain.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingLists implements WaitingLists {

    /** So that no statement comes near the statement timeout, however many wait. */
    private static final int ENTRIES_A_STATEMENT = 10_000;

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
