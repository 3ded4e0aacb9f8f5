package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The statements that the benchmark holds the service against do what they are said to do, on the service's tables. */
@WholeService
class YardstickTests {

    /** Numbers that nobody else's rows have. */
    private static final int BASE = 9_000_000;

    private static final int RESERVING = BASE + 1;
    private static final int PAYING = BASE + 2;

    /** One client with one row of each kind. */
    private static final Map<String, Integer> ONE =
            Map.of("clients", 1, "block", 1, "halls", 1, "base", BASE, "paying", PAYING - 1);

    private final Shop shop;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    YardstickTests(
            @LocalServerPort int port,
            JdbcClient jdbc,
            JdbcTemplate template,
            PlatformTransactionManager transactions) {
        this.shop = new Shop(port);
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void aTokenIsInsertedAsTheServiceInsertsIt() {
        var buyer = shop.user();
        buyer.join(shop.admin().concert(1, 1, 1_000)).expect(201);

        var ours = SqlRecorder.everything().stream()
                .map(SqlRecorder.Sent::statement)
                .filter(statement -> statement.startsWith("with issued as ( insert into queue.token"))
                .map(statement -> statement.replaceAll(".*(insert into queue\\.token .*? issued_at) \\).*", "$1"))
                .toList();

        var insert = statements("insert-token.sql").getFirst();
        assertThat(ours)
                .singleElement()
                .satisfies(statement -> assertThat(insert).matches(withAnyParameters(statement)));
    }

    @Test
    void oneReservationHoldsOneSeat() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            run("rows.sql", ONE);

            run("reserve.sql", Map.of("g", RESERVING, "hall", 0));

            assertThat(statusOf("reservation.seat", Integer.toString(RESERVING)))
                    .isEqualTo("HELD");
            assertThat(statusOf("payment.payment", id(RESERVING))).isEqualTo("PENDING");
        });
    }

    @Test
    void onePaymentSellsOneSeat() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            run("rows.sql", ONE);

            run("pay.sql", Map.of("g", PAYING));

            assertThat(statusOf("reservation.seat", Integer.toString(PAYING))).isEqualTo("SOLD");
            assertThat(statusOf("reservation.reservation", id(PAYING))).isEqualTo("CONFIRMED");
            assertThat(statusOf("payment.payment", id(PAYING))).isEqualTo("PAID");
            assertThat(balance(PAYING)).isZero();
        });
    }

    @Test
    void oneChargeAddsOnePoint() {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            run("rows.sql", ONE);

            run("charge.sql", Map.of("g", RESERVING));

            assertThat(balance(RESERVING)).isEqualTo(1_001);
        });
    }

    private void run(String script, Map<String, Integer> variables) {
        for (var statement : statements(script)) {
            var sql = statement;
            for (var variable : variables.entrySet()) {
                sql = sql.replaceAll(
                        "(?<!:):" + variable.getKey() + "\\b",
                        variable.getValue().toString());
            }
            template.execute(sql);
        }
    }

    /** Those that do something to rows: a transaction is begun and ended by the test. */
    private static List<String> statements(String script) {
        try (var content = YardstickTests.class.getResourceAsStream("/benchmark/" + script)) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
                    .collect(Collectors.joining(" "));
            return Stream.of(text.split(";"))
                    .map(statement -> statement.replaceAll("\\s+", " ").strip())
                    .filter(statement -> !statement.matches("begin|commit|vacuum.*|"))
                    .toList();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Pattern withAnyParameters(String statement) {
        return Pattern.compile(Stream.of(statement.split("\\?"))
                .map(Pattern::quote)
                .collect(Collectors.joining(Matcher.quoteReplacement(".+?"))));
    }

    private String statusOf(String table, String id) {
        return jdbc.sql("select status from " + table + " where id::text = :id")
                .param("id", id)
                .query((row, _) -> row.getString("status"))
                .single();
    }

    private long balance(int user) {
        return jdbc.sql("select balance from point.account where user_id = :user")
                .param("user", "user-" + user)
                .query((row, _) -> row.getLong("balance"))
                .single();
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-%012x".formatted(number);
    }
}
