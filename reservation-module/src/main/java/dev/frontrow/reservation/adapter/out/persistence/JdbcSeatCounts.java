package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.queue.SeatCount;
import dev.frontrow.reservation.application.query.SeatCounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSeatCounts implements SeatCounts {

    /** With 100,000 seats each, a quarter of a second on a busy machine, they take half the statement timeout. */
    private static final int SCHEDULES_A_STATEMENT = 4;

    private final JdbcClient jdbc;

    JdbcSeatCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<ConcertId, SeatCount> of(Collection<ConcertId> concertIds, Map<ConcertId, List<ScheduleId>> open) {
        return concertIds.stream()
                .flatMap(concertId -> asked(concertId, open.getOrDefault(concertId, List.of())))
                .gather(Gatherers.windowFixed(SCHEDULES_A_STATEMENT))
                .flatMap(asked -> count(asked).stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, SeatCount::plus));
    }

    private static Stream<Asked> asked(ConcertId concertId, List<ScheduleId> open) {
        return open.isEmpty()
                ? Stream.of(new Asked(concertId, null))
                : open.stream().map(scheduleId -> new Asked(concertId, scheduleId));
    }

    private List<Map.Entry<ConcertId, SeatCount>> count(List<Asked> asked) {
        return jdbc.sql(WaitingEntryRow.wishes("cast(:scheduleIds as uuid[])")
                        + """
                select asked.concert_id, case when counted.is_kept then 0 else counted.free end as available, counted.held,
                       statement_timestamp() as as_of
                  from unnest(cast(:concertIds as uuid[]), cast(:scheduleIds as uuid[])) as asked (concert_id, schedule_id)
                 cross join lateral (
                   select coalesce(sum(s.free), 0) as free, coalesce(sum(s.held), 0) as held,
                          coalesce(bool_or(%s <= s.free), false) as is_kept
                     from (select schedule_id, section, count(*) filter (where state = 'AVAILABLE') as free,
                                  count(*) filter (where state = 'HELD') as held
                             from reservation.seat_now
                            where schedule_id = asked.schedule_id
                            group by schedule_id, section) s) counted
                """.formatted(WaitingEntryRow.SMALLEST_WISH))
                .param("concertIds", texts(asked, Asked::concertId))
                .param("scheduleIds", texts(asked, Asked::scheduleId))
                .query((row, n) -> Map.entry(
                        new ConcertId(row.getObject("concert_id", UUID.class)),
                        new SeatCount(row.getLong("available"), row.getLong("held"), instant(row, "as_of"))))
                .list();
    }

    /** A schedule of a concert to be counted, or none. */
    private record Asked(ConcertId concertId, @Nullable ScheduleId scheduleId) {}
}
