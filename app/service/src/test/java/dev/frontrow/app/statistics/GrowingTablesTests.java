package dev.frontrow.app.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.OwnPostgres;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class GrowingTablesTests {

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Test
    void areAnalysedWheneverTheyHaveDoubled() {
        with("doubling", (tables, jdbc) -> {
            grow(jdbc, 500);
            tables.analyze();
            assertThat(rowsKnown(jdbc)).as("too small to matter").isEqualTo(-1);

            grow(jdbc, 10_000);
            tables.analyze();
            assertThat(rowsKnown(jdbc)).isEqualTo(10_500);

            grow(jdbc, 5_000);
            tables.analyze();
            assertThat(rowsKnown(jdbc)).isEqualTo(10_500);

            grow(jdbc, 10_000);
            tables.analyze();
            assertThat(rowsKnown(jdbc)).isEqualTo(25_500);
        });
    }

    @Test
    void areAnalysedAnewAfterTheyWereEmptied() {
        with("emptied", (tables, jdbc) -> {
            grow(jdbc, 20_000);
            tables.analyze();
            jdbc.sql("truncate queue.token").update();
            jdbc.sql("analyze queue.token").update();
            tables.analyze();

            grow(jdbc, 5_000);
            tables.analyze();

            assertThat(rowsKnown(jdbc)).isEqualTo(5_000);
        });
    }

    private static void with(String database, BiConsumer<GrowingTables, JdbcClient> test) {
        POSTGRES.create(database);
        var beside = POSTGRES.client(database);
        beside.sql("create schema queue").update();
        beside.sql("create table queue.token (number bigint) with (autovacuum_enabled = false)")
                .update();
        POSTGRES.pool(database)
                .withBean(GrowingTables.class)
                .run(context -> test.accept(context.getBean(GrowingTables.class), context.getBean(JdbcClient.class)));
    }

    private static void grow(JdbcClient jdbc, int rows) {
        jdbc.sql("insert into queue.token select generate_series(1, :rows)")
                .param("rows", rows)
                .update();
    }

    private static long rowsKnown(JdbcClient jdbc) {
        return jdbc.sql("select reltuples::bigint as rows from pg_class where oid = 'queue.token'::regclass")
                .query((row, n) -> row.getLong("rows"))
                .single();
    }
}
