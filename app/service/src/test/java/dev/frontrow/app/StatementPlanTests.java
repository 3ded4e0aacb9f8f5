package dev.frontrow.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.SqlRecorder.Sent;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the database goes about the statements of the flow, on tables as young as they can be: by index look-ups alone, which
 * are right at any size.
 */
@WholeService
class StatementPlanTests {

    /** Ours are in lower case; those of Spring Modulith, which counts publications now and then, are not. */
    private static final Pattern OF_A_TABLE = Pattern.compile(
            "(?is)(select|insert|update|delete|with)\\b.*\\b(concert|queue|reservation|payment|point|events)\\..*");
    /** Reads every line on purpose, of which there is one a concert. */
    private static final String ALL_LINES = "select n.concert_id, first.number, n.last_number from queue.line_number n";

    private static final Pattern WHOLE_TABLE = Pattern.compile("(Seq Scan on \\w+|Hash Join|Merge Join)");

    private final Shop shop;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    StatementPlanTests(@LocalServerPort int port, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.shop = new Shop(port);
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void scanNoWholeTable() {
        SqlRecorder.beginAnew();
        var concert = shop.admin().concert(1, 4, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var released = buyer.reserve(concert, token, List.of(seats.get(1)), "Idempotency-Key", "released");
        buyer.release(released.expect(201).text("id")).expect(204);
        var reserved = buyer.reserve(concert, token, seats.subList(2, 4)).expect(201);
        var waiting = shop.user();
        waiting.waitFor(concert, 3).expect(201);
        buyer.charge(5_000).expect(201);
        buyer.pay(Shop.paymentId(reserved)).expect(200);
        await().until(() -> buyer.poll(token).text("status").equals("EXPIRED"));
        buyer.reservation(reserved.text("id")).expect(200);
        for (var list : List.of("reservations", "payments", "points", "points/transactions")) {
            buyer.get("/api/v1/" + list).expect(200);
        }
        buyer.cancel(reserved.text("id")).expect(200);
        await().until(() -> waiting.place(concert).text("status").equals("OFFERED"));
        await().until(() -> {
            shop.get("/api/v1/schedules/" + concert.scheduleId() + "/availability")
                    .expect(200);
            return SqlRecorder.everything().stream()
                    .anyMatch(sent -> sent.statement().contains("as taken"));
        });
        shop.get("/api/v1/concerts?sale=all").expect(200);
        shop.get("/api/v1/concerts/" + concert.id()).expect(200);

        transaction.executeWithoutResult(_ -> {
            forgetHowLargeTablesAre();
            assertThat(statementsOverWholeTables()).isEmpty();
        });
    }

    /**
     * Other tests fill the same tables, and where these were analyzed while they had a page or two, to read them is cheapest.
     * What is forgotten stays so for the transaction: its locks keep autovacuum away.
     */
    private void forgetHowLargeTablesAre() {
        jdbc.execute("""
                select pg_clear_relation_stats(schemaname, tablename),
                       (select count(pg_clear_attribute_stats(s.schemaname, s.tablename, s.attname, s.inherited))
                          from pg_stats s
                         where s.schemaname = t.schemaname and s.tablename = t.tablename)
                  from pg_tables t
                 where schemaname in ('concert', 'queue', 'reservation', 'payment', 'point', 'events')
                """);
    }

    private Map<String, Set<String>> statementsOverWholeTables() {
        var wholeTables = new TreeMap<String, Set<String>>();
        for (var sent : SqlRecorder.everything()) {
            if (OF_A_TABLE.matcher(sent.statement()).matches()) {
                var found = WHOLE_TABLE
                        .matcher(plan(sent))
                        .results()
                        .map(match -> match.group())
                        .collect(Collectors.toSet());
                if (!found.isEmpty() && !sent.statement().startsWith(ALL_LINES)) {
                    wholeTables.put(sent.statement(), found);
                }
            }
        }
        return wholeTables;
    }

    private String plan(Sent sent) {
        var numbered = new StringBuilder();
        var parameter = 0;
        for (var part : sent.statement().split("\\?", -1)) {
            numbered.append(parameter == 0 ? "" : "$" + parameter).append(part);
            parameter++;
        }
        var none = sent.types().isEmpty();
        var types = none ? "" : "(" + String.join(", ", sent.types()) + ")";
        var nulls = none ? "" : "(" + sent.types().stream().map(_ -> "null").collect(joining(", ")) + ")";
        return jdbc.execute((Connection connection) -> {
            try (var session = connection.createStatement()) {
                session.execute("prepare plan_of_it " + types + " as " + numbered);
                try (var rows = session.executeQuery("explain execute plan_of_it" + nulls)) {
                    var plan = new StringBuilder();
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                    return plan.toString();
                } finally {
                    session.execute("deallocate plan_of_it");
                }
            }
        });
    }
}
