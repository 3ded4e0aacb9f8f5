package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SentStatements;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.application.port.out.AdmittingTokens.Share;
import dev.frontrow.queue.application.port.out.AdmittingTokens.Step;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.JoiningTokens;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.domain.TokenBucket;
import dev.frontrow.queue.domain.TokenId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the database carries out each statement of the line, however many wait: by keys. Plans are the generic ones, which are
 * made once a connection and know no parameter.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineStatementsTests {

    private static final int YOUNG = 1_000;
    private static final int MANY = 200_000;
    private static final List<String> GENERIC = List.of("set plan_cache_mode = force_generic_plan");
    private static final List<String> LOOK_UPS_ALONE = Stream.concat(
                    GENERIC.stream(),
                    Stream.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin")
                            .map("set %s = off"::formatted))
            .toList();

    private final JoiningTokens joining;
    private final AdmittingTokens admitting;
    private final ActiveTokens acting;
    private final EndingTokens ending;
    private final LineChanges changes;
    private final LineRegister register;
    private final SentStatements sent;
    private final DataSource database;
    private final PlatformTransactionManager transactions;
    private final TestQueue queue;
    private final Map<String, List<String>> statements = new LinkedHashMap<>();
    private final Map<String, List<String>> complaints = new LinkedHashMap<>();

    LineStatementsTests(
            JoiningTokens joining,
            AdmittingTokens admitting,
            ActiveTokens acting,
            EndingTokens ending,
            LineChanges changes,
            LineRegister register,
            SentStatements sent,
            DataSource database,
            PlatformTransactionManager transactions,
            TestQueue queue) {
        this.joining = joining;
        this.admitting = admitting;
        this.acting = acting;
        this.ending = ending;
        this.changes = changes;
        this.register = register;
        this.sent = sent;
        this.database = database;
        this.transactions = transactions;
        this.queue = queue;
    }

    @BeforeAll
    void explainEachWhileTheTableGrows() throws SQLException {
        var concert = queue.fastLine(10);
        queue.token(ANN, concert);
        recordEach(concert);
        execute("alter table queue.token set (autovacuum_enabled = false)");
        execute("truncate queue.token");
        fill(concert, 1, YOUNG);
        execute("analyze queue.token");
        explainEach("made while the table was young", LOOK_UPS_ALONE);
        fill(concert, YOUNG + 1, MANY);
        explainEach("before the statistics are renewed", LOOK_UPS_ALONE);
        execute("analyze queue.token");
        explainEach("with all kinds of plans", GENERIC);
        explainEach("of look-ups alone", LOOK_UPS_ALONE);
    }

    @AfterAll
    void empty() {
        execute("truncate queue.token");
        execute("alter table queue.token reset (autovacuum_enabled)");
    }

    @Test
    void areThoseOfAllPortsToTheTokens() {
        var ports = List.of(
                JoiningTokens.class, AdmittingTokens.class, ActiveTokens.class, EndingTokens.class, LineChanges.class);

        assertThat(statements.keySet())
                .containsAll(ports.stream()
                        .flatMap(port -> Stream.of(port.getDeclaredMethods())
                                .filter(method -> !method.isSynthetic())
                                .map(method -> port.getSimpleName() + "." + method.getName()))
                        .toList())
                .contains("LineRegister.find");
        assertThat(statements.values().stream().flatMap(List::stream).filter(LineStatementsTests::readsTokens))
                .hasSizeGreaterThanOrEqualTo(18);
    }

    @Test
    void neverReadAllTokensNorSortThem() {
        assertThat(complaints).isEmpty();
    }

    /** One big line, in which some have ended and some are active, and many of a few. */
    private void fill(ConcertId big, int from, int to) {
        queue.jdbc()
                .sql("""
                insert into queue.token (concert_id, number, user_id, status, admitted_at, expires_at, ended_at, reason)
                select :concert, n, 'user-' || n, s.status,
                       case when s.status <> 'WAITING' then statement_timestamp() end,
                       case when s.status <> 'WAITING' then statement_timestamp() + interval '1 hour' end,
                       case when s.status = 'ENDED' then statement_timestamp() end,
                       case when s.status = 'ENDED' then 'PAID' end
                  from generate_series(:from, :to) as n
                 cross join lateral (
                        select case when n - :from < (:to - :from) / 20 then 'ENDED'
                                    when n - :from < (:to - :from) / 10 then 'ACTIVE'
                                    else 'WAITING' end as status) s
                """)
                .param("concert", big.value())
                .param("from", from)
                .param("to", to)
                .update();
        queue.jdbc().sql("""
                insert into queue.token (concert_id, number, user_id, status)
                select concert.id, number, 'user-' || number, 'WAITING'
                  from (select gen_random_uuid() as id from generate_series(1, :count)) concert,
                       generate_series(1, 3) as number
                """).param("count", to / 100).update();
    }

    /** Has each port send its statements, in a transaction that is undone. */
    private void recordEach(ConcertId concert) {
        var users = Set.of(ANN, BOB);
        var id = new TokenId(concert, 1);
        var bucket = TokenBucket.of(10, 10, Duration.ofSeconds(1));
        var retention = Duration.ofMinutes(1);
        record("JoiningTokens.lockEnd", () -> joining.lockEnd(concert));
        record("JoiningTokens.look", () -> joining.look(concert, List.copyOf(users)));
        record("JoiningTokens.endOver", () -> joining.endOver(concert, users));
        record("JoiningTokens.issue", () -> joining.issue(concert, 1, List.of(BOB)));
        record("AdmittingTokens.takeTurns", () -> admitting.takeTurns(List.of(concert)));
        record("AdmittingTokens.awaitTurn", () -> admitting.awaitTurn(concert));
        record("AdmittingTokens.fillFromNow", () -> admitting.fillFromNow(List.of(concert)));
        record("AdmittingTokens.lockNext", () -> admitting.lockNext(List.of(new Share(concert, 10, 10, bucket, 1))));
        record("AdmittingTokens.admit", () -> admitting.admit(List.of(id), retention, retention));
        record(
                "AdmittingTokens.record",
                () -> admitting.record(List.of(new Step(concert, new long[] {1}, 0, 10, bucket, 1))));
        record("ActiveTokens.find", () -> acting.find(id, ANN));
        record("ActiveTokens.lock", () -> acting.lock(Map.of(id, ANN)));
        record("ActiveTokens.lockActiveOf", () -> acting.lockActiveOf(ANN, concert));
        record("ActiveTokens.markUsed", () -> acting.markUsed(List.of(id)));
        record("EndingTokens.endPaid", () -> ending.endPaid(List.of(id)));
        record("EndingTokens.giveUp", () -> ending.giveUp(Map.of(id, ANN)));
        record("EndingTokens.endOver", () -> ending.endOver(10));
        record("EndingTokens.endBy", () -> ending.endBy(concert, Instant.EPOCH));
        record("EndingTokens.endClosed", () -> ending.endClosed(List.of(concert), 10));
        record("EndingTokens.endAbandoned", () -> ending.endAbandoned(concert, new long[] {1}, Instant.EPOCH));
        record("EndingTokens.deleteEnded", () -> ending.deleteEnded(retention, 10));
        record("EndingTokens.deleteSteps", () -> ending.deleteSteps(retention, 10));
        record("LineChanges.moment", changes::moment);
        record("LineChanges.lines", () -> {
            changes.lines();
            changes.lines(retention, List.of(concert));
        });
        record("LineChanges.since", () -> changes.since(1, (concertId, number, state) -> {}));
        record("LineChanges.stretches", changes::stretches);
        record("LineChanges.waiting", () -> changes.waiting(concert, 1, 10));
        record("LineChanges.notWaiting", () -> changes.notWaiting((concertId, number, state) -> {}));
        record("LineRegister.find", () -> register.find(concert));
    }

    private void record(String name, Runnable call) {
        statements.put(
                name,
                sent.during(() -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                    tx.setRollbackOnly();
                    call.run();
                })));
    }

    private void explainEach(String when, List<String> settings) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var setting : settings) {
                    statement.execute(setting.replace("set ", "set local "));
                }
            }
            for (var named : statements.entrySet()) {
                for (var sql : named.getValue()) {
                    if (readsTokens(sql)) {
                        var complaint = new ArrayList<String>();
                        complain(plan(connection, sql), complaint);
                        if (!complaint.isEmpty()) {
                            complaints.put(named.getKey() + ", " + when, complaint);
                        }
                    }
                }
            }
            connection.rollback();
        }
    }

    private static boolean readsTokens(String sql) {
        return sql.matches("(?s).*\\b(from|join|update|using)\\s+queue\\.token(_now)?\\b.*");
    }

    private static JsonNode plan(Connection connection, String sql) throws SQLException {
        var parts = sql.split("\\?", -1);
        var numbered = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            numbered.append('$').append(i).append(parts[i]);
        }
        var nothing = parts.length == 1
                ? ""
                : IntStream.range(1, parts.length).mapToObj(i -> "null").collect(joining(", ", "(", ")"));
        try (var statement = connection.createStatement()) {
            statement.execute("prepare explained as " + numbered);
            try (var rows = statement.executeQuery("explain (format json) execute explained " + nothing)) {
                rows.next();
                return JsonMapper.shared().readTree(rows.getString(1)).get(0).get("Plan");
            } finally {
                statement.execute("deallocate explained");
            }
        }
    }

    private static void complain(JsonNode node, List<String> complaint) {
        var type = node.path("Node Type").asString();
        if (type.equals("Seq Scan") && isOfTokens(node)) {
            complaint.add("reads all tokens");
        }
        if (type.contains("Sort") && readsTokens(node)) {
            complaint.add("sorts tokens");
        }
        if (node.path("Index Name").asString().equals("token_pkey")
                && !node.path("Index Cond").asString().contains("number")) {
            complaint.add("reads a whole line");
        }
        node.path("Plans").forEach(part -> complain(part, complaint));
    }

    private static boolean readsTokens(JsonNode node) {
        for (var part : node.path("Plans")) {
            if (isOfTokens(part) || readsTokens(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfTokens(JsonNode node) {
        return node.path("Relation Name").asString().equals("token");
    }

    private void execute(String sql) {
        queue.jdbc().sql(sql).update();
    }
}
