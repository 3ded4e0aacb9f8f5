package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.stream.Collectors.toCollection;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.out.Blocks;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.SeatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBlocks implements Blocks {

    private final JdbcClient jdbc;

    JdbcBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Block> add(NewBlock made) {
        return jdbc.sql("""
                insert into reservation.block (id, schedule_id, seat_ids, reason, made_by, idempotency_key)
                values (:id, :scheduleId, cast(:seatIds as bigint[]), :reason, :madeBy, :key)
                on conflict (made_by, idempotency_key) do nothing
                returning id, schedule_id, seat_ids, reason, created_at
                """)
                .param("id", made.id().value())
                .param("scheduleId", made.scheduleId().value())
                .param("seatIds", numbers(made.seatIds(), SeatId::value))
                .param("reason", made.reason().value())
                .param("madeBy", made.madeBy().value())
                .param("key", Objects.toString(made.key(), null))
                .query(JdbcBlocks::block)
                .optional();
    }

    @Override
    public Optional<Block> madeWith(UserId madeBy, IdempotencyKey key) {
        return jdbc.sql("""
                select id, schedule_id, seat_ids, reason, created_at
                  from reservation.block
                 where made_by = :madeBy and idempotency_key = :key
                """)
                .param("madeBy", madeBy.value())
                .param("key", key.value())
                .query(JdbcBlocks::block)
                .optional();
    }

    @Override
    public Optional<ScheduleId> scheduleOf(BlockId id) {
        return jdbc.sql("select schedule_id from reservation.block where id = :id")
                .param("id", id.value())
                .query((row, n) -> new ScheduleId(row.getObject("schedule_id", UUID.class)))
                .optional();
    }

    private static Block block(ResultSet row, int n) throws SQLException {
        return new Block(
                new BlockId(row.getObject("id", UUID.class)),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                Stream.of((Long[]) row.getArray("seat_ids").getArray())
                        .map(SeatId::new)
                        .collect(toCollection(TreeSet::new)),
                new Reason(row.getString("reason")),
                instant(row, "created_at"));
    }
}
