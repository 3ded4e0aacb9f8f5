package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.queue.application.port.out.Presences;
import dev.frontrow.queue.domain.NumberSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Keeps sets of numbers as compressed bitmaps, and unites them here rather than in SQL. */
@Repository
class JdbcPresences implements Presences {

    private final JdbcClient jdbc;

    JdbcPresences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(UUID instanceId, Map<ConcertId, NumberSet> heard) {
        var concerts = List.copyOf(heard.entrySet());
        jdbc.sql("""
                insert into queue.presence (concert_id, instance_id, numbers)
                select p.concert_id, :instance, p.numbers
                  from unnest(:concerts, :numbers) as p (concert_id, numbers)
                """)
                .param("instance", instanceId)
                .param(
                        "concerts",
                        new SqlArrayValue(
                                "uuid",
                                concerts.stream()
                                        .map(entry -> entry.getKey().value())
                                        .toArray()))
                .param("numbers", new SqlArrayValue("bytea", (Object[]) concerts.stream()
                        .map(entry -> written(entry.getValue()))
                        .toArray(byte[][]::new)))
                .update();
        jdbc.sql("""
                insert into queue.instance (instance_id) values (:instance)
                    on conflict (instance_id) do update set written_at = statement_timestamp()
                """).param("instance", instanceId).update();
    }

    @Override
    public Instant toldUntil(Duration deadAfter) {
        return jdbc.sql("""
                select least(min(written_at), statement_timestamp()) as told
                  from queue.instance
                 where left_at is null
                   and written_at >= statement_timestamp() - :deadMillis * interval '1 millisecond'
                """)
                .param("deadMillis", deadAfter.toMillis())
                .query((row, n) -> instant(row, "told"))
                .single();
    }

    @Override
    public void leave(UUID instanceId) {
        jdbc.sql("update queue.instance set left_at = statement_timestamp() where instance_id = :instance")
                .param("instance", instanceId)
                .update();
    }

    @Override
    public Map<ConcertId, NumberSet> writtenSince(Instant since) {
        Map<ConcertId, Roaring64Bitmap> heard = new HashMap<>();
        RowCallbackHandler unite =
                row -> heard.computeIfAbsent(QueueRowMapper.concertId(row), id -> new Roaring64Bitmap())
                        .or(read(row.getBytes("numbers")));
        jdbc.sql("select concert_id, numbers from queue.presence where written_at >= :since")
                .param("since", DatabaseTime.parameter(since))
                .query(unite);
        Map<ConcertId, NumberSet> sets = new HashMap<>();
        heard.forEach((concertId, bitmap) -> {
            var edit = NumberSet.EMPTY.edit();
            bitmap.forEach(edit::add);
            sets.put(concertId, edit.done());
        });
        return sets;
    }

    @Override
    public void watchAnewAfter(Duration gap) {
        jdbc.sql("""
                with lines as materialized (
                  select concert_id from queue.line
                   where watched_since > statement_timestamp()
                      or not exists (
                         select 1 from queue.instance
                          where written_at >= statement_timestamp() - :gapMillis * interval '1 millisecond')
                   order by concert_id
                     for no key update
                )
                update queue.line l set watched_since = statement_timestamp()
                  from lines
                 where l.concert_id = lines.concert_id
                """).param("gapMillis", gap.toMillis()).update();
    }

    @Override
    public int deleteOlderThan(Duration window) {
        return jdbc.sql("""
                with gone as (
                  delete from queue.instance
                   where written_at < statement_timestamp() - :millis * interval '1 millisecond'
                )
                delete from queue.presence
                 where written_at < statement_timestamp() - :millis * interval '1 millisecond'
                """).param("millis", window.toMillis()).update();
    }

    private static byte[] written(NumberSet numbers) {
        var bitmap = new Roaring64Bitmap();
        numbers.forEach(bitmap::addLong);
        bitmap.runOptimize();
        var bytes = new ByteArrayOutputStream();
        try {
            bitmap.serialize(new DataOutputStream(bytes));
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    private static Roaring64Bitmap read(byte[] bytes) {
        var bitmap = new Roaring64Bitmap();
        try {
            bitmap.deserialize(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException notABitmap) {
            throw new UncheckedIOException(notABitmap);
        }
        return bitmap;
    }
}
