package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens after payments' commits costs few statements, however many they are. */
@WholeService
class PaymentTailTests {

    private static final Duration WAIT = Duration.ofSeconds(20);

    /** Of five hundred: how many are done together depends on how fast the machine is. */
    private static final int FEW = 50;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate newTransaction;
    private final List<SmartLifecycle> lifecycles;
    private final JdbcClient jdbc;
    private final Shop shop;
    private String concert = "";

    PaymentTailTests(
            @LocalServerPort int port,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            List<SmartLifecycle> lifecycles,
            JdbcClient jdbc) {
        this.shop = new Shop(port);
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.newTransaction = new TransactionTemplate(transactions);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.lifecycles = lifecycles;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void openALine() {
        var opened = shop.admin().concert(1, 1, 1_000);
        shop.user().join(opened).expect(201);
        concert = opened.id();
    }

    @Test
    void endsManyTokensWithFewStatementsAndNoneOfTheListenersOwn() {
        var tokens = join(500);
        try (var watch = SqlRecorder.watch()) {
            transaction.executeWithoutResult(tx -> tokens.forEach(this::paidWith));

            await().atMost(WAIT).until(() -> ended().equals(tokens));
            await().atMost(WAIT).until(() -> published().isEmpty());
            assertThat(watch.statements("insert into events.event_publication")).hasSize(1);
            assertThat(watch.statements("reason = 'PAID', changed")).hasSizeBetween(1, FEW);
            assertThat(watch.statements("publication using delivered")).hasSizeBetween(1, FEW);
            assertThat(watch.statementsOf("event-")).isEmpty();
            assertThat(watch.statements("'RESUBMITTED'")).noneMatch(statement -> statement.startsWith("UPDATE"));
        }
    }

    @Test
    void holdsUpNobodyForOneThatFailsAndParksThatOne() {
        var tokens = join(50);
        alterTokens("add constraint not_this_one check (concert_id <> '" + concert
                + "' or number <> 7 or status <> 'ENDED') not valid");
        try {
            transaction.executeWithoutResult(tx -> tokens.forEach(this::paidWith));

            await().atMost(WAIT).until(() -> ended().size() == 49);
            await().atMost(WAIT).until(() -> parked().size() == 1);
        } finally {
            alterTokens("drop constraint not_this_one");
        }
        assertThat(ended()).doesNotContain(7L);
        shop.admin()
                .send("POST", "/api/v1/admin/parked-events/" + parked().getFirst() + "/retry", null)
                .expect(202);
        await().atMost(WAIT).until(() -> ended().equals(tokens));
    }

    @Test
    void publishesNothingOfATransactionThatIsUndone() {
        join(2);

        transaction.executeWithoutResult(undone -> {
            paidWith(1);
            newTransaction.executeWithoutResult(apart -> paidWith(2));
            undone.setRollbackOnly();
        });

        await().atMost(WAIT).until(() -> ended().equals(List.of(2L)));
        await().atMost(WAIT).until(() -> published().isEmpty());
        assertThat(ended()).containsExactly(2L);
    }

    @Test
    void publishesWhatIsPublishedWhileTheTransactionCommits() {
        var tokens = join(2);

        transaction.executeWithoutResult(tx -> {
            paidWith(1);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    assertThat(published()).hasSize(1);
                    paidWith(2);
                    assertThat(published()).hasSize(2);
                }
            });
        });

        await().atMost(WAIT).until(() -> ended().equals(tokens));
        await().atMost(WAIT).until(() -> published().isEmpty());
    }

    @Test
    void keepsWhatIsPublishedOutsideOfATransaction() {
        join(1);

        paidWith(1);

        assertThat(published()).hasSize(1);
        jdbc.sql("delete from events.event_publication where position(:concert in serialized_event) > 0")
                .param("concert", concert)
                .update();
    }

    @Test
    void isThroughWithTheListenersThatRunWhenTheServiceStops() {
        var tokens = join(50);
        var delivering = lifecycles.stream()
                .filter(each -> each.getClass().getPackageName().equals("dev.frontrow.app.events"))
                .sorted(Comparator.comparing(SmartLifecycle::getPhase).reversed())
                .toList();
        transaction.executeWithoutResult(tx -> tokens.forEach(this::paidWith));

        delivering.forEach(SmartLifecycle::stop);

        try {
            assertThat(ended()).isEqualTo(tokens);
            assertThat(published()).isEmpty();
        } finally {
            delivering.reversed().forEach(SmartLifecycle::start);
        }
    }

    /** Has so many join the line, beside the one who opened it, and tells their numbers. */
    private List<Long> join(int count) {
        jdbc.sql("""
                with line_end as (
                  update queue.line_number set last_number = :count where concert_id = :concert)
                insert into queue.token (concert_id, number, user_id, status)
                select :concert, number, 'user-' || number, 'WAITING' from generate_series(2, :count) as number
                """)
                .param("count", count)
                .param("concert", UUID.fromString(concert))
                .update();
        return IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList();
    }

    private void paidWith(long number) {
        events.publishEvent(new PaymentCompleted(
                new PaymentId(UUID.randomUUID()),
                UUID.randomUUID(),
                "user-" + number,
                1_000,
                concert + "/" + number,
                Instant.EPOCH));
    }

    private List<Long> ended() {
        return jdbc.sql("""
                select number from queue.token where concert_id = :concert and reason = 'PAID' order by number
                """)
                .param("concert", UUID.fromString(concert))
                .query((row, n) -> row.getLong("number"))
                .list();
    }

    private List<UUID> published() {
        return ids("events.event_publication");
    }

    private List<UUID> parked() {
        return ids("events.parked_event_publication");
    }

    private List<UUID> ids(String table) {
        return jdbc.sql("select id from " + table + " where position(:concert in serialized_event) > 0")
                .param("concert", concert)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private void alterTokens(String change) {
        jdbc.sql("alter table queue.token " + change).update();
    }
}
