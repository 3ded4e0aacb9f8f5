package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.FrontrowApplication;
import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.Shop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service behind a real PgBouncer that gives connections out for a transaction, set up as the operating guide says. */
@EnabledIf(
        value = "dev.frontrow.app.faults.PgBouncer#isInstalled",
        disabledReason = "there is no pgbouncer; on Debian: apt-get install pgbouncer")
class PgBouncerTests {

    /** More than the service has connections, fewer than PgBouncer has. */
    private static final int STRANGERS = 30;

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @TempDir
    static Path directory = Path.of("");

    static @Nullable PgBouncer pgbouncer;
    static @Nullable ConfigurableApplicationContext service;
    static Shop shop = new Shop(0);

    @BeforeAll
    static void start() throws IOException {
        pgbouncer = PgBouncer.start(POSTGRES, directory);
        var settings = new ArrayList<>(pgbouncer.settings());
        settings.addAll(List.of(
                "--server.port=0",
                "--frontrow.demo.enabled=true",
                "--frontrow.rate-limit.enabled=false",
                "--frontrow.queue.admission-interval=100ms"));
        service = new SpringApplicationBuilder(FrontrowApplication.class).run(settings.toArray(String[]::new));
        shop = new Shop(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        Stream.of(service, pgbouncer).forEach(PgBouncerTests::close);
    }

    @Test
    void sellsTicketsAndLeavesNothingInTheConnectionsForTheNextOne() throws SQLException {
        var concert = shop.admin().concert(2, 10, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        buyer.charge(5_000).expect(201);
        var first = buyer.reserve(concert, token, seats.subList(0, 2)).expect(201);
        buyer.pay(Shop.paymentId(first)).expect(200);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> buyer.poll(token).text("reason").equals("PAID"));
        buyer.cancel(first.text("id")).expect(200);
        var second = buyer.reserve(concert, buyer.admitted(concert), seats.subList(2, 4))
                .expect(201);
        buyer.release(second.text("id")).expect(204);
        assertThat(buyer.balance()).isEqualTo(5_000);
        assertThat(shop.admin().integrity().path("ok").asBoolean(false)).isTrue();

        assertThat(sessionsOfStrangers())
                .hasSize(STRANGERS)
                .containsOnly("read committed, read committed, off, 1250ms, 1900ms, 10s, off, \"$user\", public");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> POSTGRES.client("frontrow")
                                .sql("select count(*) from pg_locks where locktype = 'advisory'")
                                .query((row, _) -> row.getInt(1))
                                .single()
                        == 0);
    }

    /** What strangers find who come through the same PgBouncer, so many at once that each connection of it is among theirs. */
    private static List<String> sessionsOfStrangers() throws SQLException {
        var strangers = new ArrayList<Connection>();
        try {
            var found = new ArrayList<String>();
            for (var i = 0; i < STRANGERS; i++) {
                var stranger = DriverManager.getConnection(pgbouncer.url(), "frontrow", "secret");
                strangers.add(stranger);
                stranger.setAutoCommit(false);
                try (var statement = stranger.createStatement();
                        var row = statement.executeQuery("""
                        select concat_ws(', ', current_setting('transaction_isolation'),
                                 current_setting('default_transaction_isolation'),
                                 current_setting('default_transaction_read_only'),
                                 current_setting('lock_timeout'),
                                 current_setting('statement_timeout'),
                                 current_setting('idle_in_transaction_session_timeout'),
                                 current_setting('enable_seqscan'),
                                 current_setting('search_path'))
                        """)) {
                    row.next();
                    found.add(row.getString(1));
                }
            }
            return found;
        } finally {
            for (var stranger : strangers) {
                stranger.close();
            }
        }
    }

    private static void close(@Nullable AutoCloseable started) {
        if (started != null) {
            try {
                started.close();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
