package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.out.LiveSeats;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLiveSeats implements LiveSeats {

    private final JdbcClient jdbc;

    JdbcLiveSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Buyer, Integer> count(Collection<Buyer> buyers) {
        if (buyers.isEmpty()) {
            return Map.of();
        }
        var counted = countOnce(buyers);
        if (counted.stream().anyMatch(Counted::waits)) {
            awaitOffersTo(buyers);
            counted = countOnce(buyers);
        }
        for (int awaited = 0; unclear(counted) > awaited; counted = countOnce(buyers)) { // more may run out meanwhile
            awaited = awaitPayersOf(buyers);
        }
        return counted.stream().collect(toMap(Counted::buyer, Counted::seats));
    }

    /** Who waits is found by the key alone: asked with the status, a plan from before statistics reads all who wait. */
    private List<Counted> countOnce(Collection<Buyer> buyers) {
        return jdbc.sql("""
                with kept as materialized (
                  %s)
                select buyer.user_id, buyer.schedule_id, mine.seats, mine.unclear,
                       entry.status is not distinct from 'WAITING' as waits
                  from (select count(*) from kept) shows
                 cross join unnest(cast(:userIds as text[]), cast(:scheduleIds as uuid[])) as buyer (user_id, schedule_id)
                 cross join lateral (select count(t.id) filter (where r.live) as seats,
                                            count(distinct r.id) filter (where not r.live) as unclear
                                       from reservation.reservation_now r
                                       join reservation.ticket t on t.reservation_id = r.id
                                      where r.user_id = buyer.user_id and r.schedule_id = buyer.schedule_id
                                        and r.status in ('PENDING_PAYMENT', 'CONFIRMED')
                                        and r.given_by is null) mine
                  left join lateral (select status
                                       from reservation.waiting_entry
                                      where schedule_id = buyer.schedule_id and user_id = buyer.user_id
                                      limit 1) entry on true
                """.formatted(JdbcShows.KEEP))
                .param("userIds", texts(buyers, Buyer::userId))
                .param("scheduleIds", texts(buyers, Buyer::scheduleId))
                .query((row, n) -> new Counted(
                        new Buyer(
                                new UserId(row.getString("user_id")),
                                new ScheduleId(row.getObject("schedule_id", UUID.class))),
                        row.getInt("seats"),
                        row.getInt("unclear"),
                        row.getBoolean("waits")))
                .list();
    }

    /** Waits for whoever is about to offer seats to these, and keeps others from doing so. */
    private void awaitOffersTo(Collection<Buyer> buyers) {
        jdbc.sql("""
                select e.user_id
                  from unnest(cast(:userIds as text[]), cast(:scheduleIds as uuid[])) as buyer (user_id, schedule_id)
                  join reservation.waiting_entry e
                    on e.schedule_id = buyer.schedule_id and e.user_id = buyer.user_id and e.status = 'WAITING'
                 order by e.schedule_id, e.user_id
                   for no key update of e
                """)
                .param("userIds", texts(buyers, Buyer::userId))
                .param("scheduleIds", texts(buyers, Buyer::scheduleId))
                .query((row, n) -> row.getString("user_id"))
                .list();
    }

    /** Waits for whoever is at work on holds that are over and not tidied up, and keeps others from them; tells how many. */
    private int awaitPayersOf(Collection<Buyer> buyers) {
        return jdbc.sql("""
                select r.id
                  from unnest(cast(:userIds as text[]), cast(:scheduleIds as uuid[])) as buyer (user_id, schedule_id)
                  join reservation.reservation r
                    on r.user_id = buyer.user_id and r.schedule_id = buyer.schedule_id
                   and r.status in ('PENDING_PAYMENT', 'CONFIRMED')
                 where r.status = 'PENDING_PAYMENT' and r.hold_expires_at <= statement_timestamp()
                 order by r.id
                   for no key update of r
                """)
                .param("userIds", texts(buyers, Buyer::userId))
                .param("scheduleIds", texts(buyers, Buyer::scheduleId))
                .query((row, n) -> row.getString("id"))
                .list()
                .size();
    }

    private record Counted(Buyer buyer, int seats, int unclear, boolean waits) {}

    private static int unclear(List<Counted> counted) {
        return counted.stream().mapToInt(Counted::unclear).sum();
    }
}
