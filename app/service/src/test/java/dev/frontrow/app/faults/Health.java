package dev.frontrow.app.faults;

import dev.frontrow.app.LiveObjects;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What an instance and its database take at a moment.
 *
 * @param liveMegabytes of the heap, after a collection
 * @param connections to the database
 * @param eventsMegabytes of the table that is empty but for a moment, whatever goes through it
 * @param p50Millis of the requests since the moment before
 */
record Health(
        double liveMegabytes,
        double threads,
        double connections,
        List<Table> tables,
        double eventsMegabytes,
        double p50Millis,
        double p99Millis) {

    private static final double MEGABYTE = 1024 * 1024;

    /** A table's rows, dead ones those that nobody sees any more and whose place is not yet used again. */
    record Table(String name, long live, long dead) {}

    static Health of(Site site, Histogram latencies) {
        var database = site.database();
        var tables = database.sql("""
            select schemaname || '.' || relname as name, n_live_tup, n_dead_tup from pg_stat_user_tables
            """)
                .query((row, _) ->
                        new Table(row.getString("name"), row.getLong("n_live_tup"), row.getLong("n_dead_tup")))
                .list();
        var connections = database.sql("select count(*) from pg_stat_activity where application_name = 'frontrow'")
                .query((row, _) -> row.getInt(1))
                .single();
        var events = database.sql("select pg_total_relation_size('events.event_publication')")
                .query((row, _) -> row.getLong(1))
                .single();
        return new Health(
                LiveObjects.bytes(site.process().pid()) / MEGABYTE,
                Figures.of(site.shop, "jvm_threads_live_threads"),
                connections,
                tables,
                events / MEGABYTE,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6);
    }

    /** The one in the middle of some moments. */
    static double median(List<Health> moments, ToDoubleFunction<Health> figure) {
        var sorted = moments.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        var worst = tables.stream().max(Comparator.comparingLong(Table::dead)).orElseThrow();
        return "%.1f MB live, %.0f threads, %.0f connections, most dead rows %s, events %.1f MB, p50 %.0f ms, p99 %.0f ms"
                .formatted(liveMegabytes, threads, connections, worst, eventsMegabytes, p50Millis, p99Millis);
    }
}
