package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.payment.Points;
import dev.frontrow.reservation.application.port.out.Shows;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows that take place have no row, so they are kept and stopped by advisory locks. */
@Repository
class JdbcShows implements Shows {

    /** Keeps shows, {@code :scheduleIds}, in their order; also within a statement that then has its snapshot from before the wait. */
    static final String KEEP = """
            select pg_advisory_xact_lock_shared(hashtextextended('frontrow.show ' || asked.id, 0))
              from (select distinct id from unnest(cast(:scheduleIds as text[])) as asked (id) order by id) asked""";

    private final JdbcClient jdbc;

    JdbcShows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<ScheduleId> ids) {
        jdbc.sql(KEEP)
                .param("scheduleIds", texts(ids, ScheduleId::value))
                .query((row, n) -> n)
                .list();
    }

    @Override
    public void keepOf(ReservationId id) {
        jdbc.sql("""
                select pg_advisory_xact_lock_shared(hashtextextended('frontrow.show ' || schedule_id, 0))
                  from reservation.reservation
                 where id = :id
                """).param("id", id.value()).query((row, n) -> n).list();
    }

    @Override
    public void stop(ScheduleId id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('frontrow.show ' || cast(:id as text), 0))")
                .param("id", id.toString())
                .query((row, n) -> n)
                .single();
    }

    @Override
    public boolean isCancelled(ScheduleId id) {
        return jdbc.sql("""
                select exists (select from reservation.cancelled_show where schedule_id = :id) as cancelled
                """)
                .param("id", id.value())
                .query((row, n) -> row.getBoolean("cancelled"))
                .single();
    }

    @Override
    public void add(ShowCancelled cancelled) {
        jdbc.sql("""
                insert into reservation.cancelled_show (schedule_id, reason, started_at, refunds_total, finished_at)
                select :id, :reason, :at, paid.reservations, case when paid.reservations = 0 then statement_timestamp() end
                  from (select count(*) as reservations
                          from reservation.reservation
                         where schedule_id = :id and status = 'CONFIRMED') paid
                """)
                .param("id", cancelled.scheduleId().value())
                .param("reason", cancelled.reason())
                .param("at", DatabaseTime.parameter(cancelled.at()))
                .update();
    }

    @Override
    public List<BeingRefunded> beingRefunded() {
        return jdbc.sql("""
                select s.schedule_id,
                       (select count(*)
                          from reservation.failed_refund f
                          join reservation.reservation r on r.id = f.reservation_id
                         where f.schedule_id = s.schedule_id and r.status = 'CONFIRMED') as failing
                  from reservation.cancelled_show s
                 where s.finished_at is null
                 order by s.started_at
                """)
                .query((row, n) -> new BeingRefunded(
                        new ScheduleId(row.getObject("schedule_id", UUID.class)), row.getInt("failing")))
                .list();
    }

    @Override
    public void countRefunds(ScheduleId id, Collection<ReservationId> refunded, Points returned) {
        int counted = jdbc.sql("""
                with made as (delete from reservation.failed_refund where reservation_id = any(cast(:refunded as uuid[])))
                update reservation.cancelled_show
                   set refunds_done = refunds_done + :refunds, points_returned = points_returned + :points,
                       finished_at = case when refunds_done + :refunds = refunds_total then statement_timestamp() end
                 where schedule_id = :id
                """)
                .param("id", id.value())
                .param("refunded", texts(refunded, ReservationId::value))
                .param("refunds", refunded.size())
                .param("points", returned.amount())
                .update();
        if (counted != 1) {
            throw new IllegalStateException("schedule " + id + " is not cancelled");
        }
    }

    /** The lock of the reservation waits for whoever is refunding it, and keeps others from it. */
    @Override
    public void putOff(ReservationId id, Duration atFirst, Duration atMost) {
        jdbc.sql("""
                insert into reservation.failed_refund as failed (reservation_id, schedule_id, retry_at)
                select id, schedule_id, statement_timestamp() + make_interval(secs => :first)
                  from reservation.reservation
                 where id = :id and status = 'CONFIRMED'
                   for share
                on conflict (reservation_id) do update
                   set attempts = failed.attempts + 1,
                       retry_at = statement_timestamp()
                         + make_interval(secs => least(:first * power(2, least(failed.attempts, 30)), :most))
                """)
                .param("id", id.value())
                .param("first", atFirst.toSeconds())
                .param("most", atMost.toSeconds())
                .update();
    }
}
