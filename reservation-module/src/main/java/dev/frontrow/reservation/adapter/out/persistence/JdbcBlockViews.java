package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.application.query.BlockViews;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.SeatId;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBlockViews implements BlockViews {

    private final JdbcClient jdbc;

    JdbcBlockViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<BlockView> page(ScheduleId scheduleId, PageRequest request) {
        var rows = jdbc.sql("""
                select b.sequence, b.id, b.schedule_id, b.reason, b.created_at, blocked.seat_ids
                  from reservation.block b
                 cross join lateral (select array_agg(id order by id) as seat_ids
                                       from reservation.seat
                                      where block_id = b.id) blocked
                 where b.schedule_id = :scheduleId and b.sequence < :before and blocked.seat_ids is not null
                 order by b.sequence desc
                 limit :oneMore
                """)
                .param("scheduleId", scheduleId.value())
                .param("before", request.before())
                .param("oneMore", request.oneMore())
                .query((row, n) -> new Row(
                        row.getLong("sequence"),
                        new BlockView(
                                new BlockId(row.getObject("id", UUID.class)),
                                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                                Stream.of((Long[]) row.getArray("seat_ids").getArray())
                                        .map(SeatId::new)
                                        .toList(),
                                row.getString("reason"),
                                instant(row, "created_at"))))
                .list();
        return Page.of(rows, request, Row::block, row -> Cursor.of(row.sequence()));
    }

    private record Row(long sequence, BlockView block) {}
}
