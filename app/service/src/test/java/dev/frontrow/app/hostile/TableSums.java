package dev.frontrow.app.hostile;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sum of each table of the modules, over all that no clock and no background job changes. */
public final class TableSums {

    /** Written by background jobs alone. */
    private static final Set<String> BACKGROUND =
            Set.of("queue.admission", "queue.presence", "queue.instance", "events.event_publication");

    /** What of the rows stays as it is while time goes by; of all other tables everything does. */
    private static final Map<String, String> TIMELESS = Map.of(
            "queue.line", "(t.concert_id, t.max_active, t.admissions_per_second, t.paused, t.revision)",
            "queue.token", "(t.concert_id, t.number, t.user_id, t.reason = 'GIVEN_UP')",
            "payment.payment", "(t.id, t.user_id, t.amount, t.status in ('PAID', 'REFUNDED'), t.paid_at)",
            "reservation.reservation", "(t.id, t.user_id, t.amount, t.status in ('CONFIRMED', 'CANCELLED'))",
            "reservation.ticket", "(t.id, t.seat_id, t.price, t.status = 'PAID')",
            "reservation.seat", "(t.id, t.price, t.status in ('SOLD', 'BLOCKED'), t.block_id)",
            "reservation.waiting_list", "(t.schedule_id, t.sequence)",
            "reservation.waiting_entry", "(t.schedule_id, t.user_id, t.number, t.seats, t.sections)",
            "reservation.cancelled_show", "(t.schedule_id, t.reason, t.refunds_total)");

    private final JdbcClient jdbc;

    public TableSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By table, schema first. */
    public Map<String, String> take() {
        var tables = jdbc.sql("""
                select schemaname || '.' || tablename
                  from pg_tables
                 where schemaname in ('concert', 'queue', 'reservation', 'payment', 'point', 'events', 'identity')
                """).query(String.class).list();
        return tables.stream()
                .filter(table -> !BACKGROUND.contains(table))
                .collect(Collectors.toMap(table -> table, this::sum, (_, other) -> other, TreeMap::new));
    }

    private String sum(String table) {
        return jdbc.sql("select concat_ws(' ', count(*), sum(hashtextextended((%s)::text, 0)::numeric)) from %s t"
                        .formatted(TIMELESS.getOrDefault(table, "t"), table))
                .query(String.class)
                .single();
    }
}
