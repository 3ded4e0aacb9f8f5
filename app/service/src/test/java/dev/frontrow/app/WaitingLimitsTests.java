package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.util.PSQLException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody waits for the database for long, by the settings of {@code application.yaml}. */
class WaitingLimitsTests {

    /** The settings allow less than three seconds; the rest is for a machine that is busy. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Test
    void doesNotWaitLongForSomebodyElsesLock() {
        POSTGRES.create("locked");
        POSTGRES.pool("locked").run(context -> {
            assertThat(jdbc(context).sql("""
                            select current_setting('lock_timeout')::interval < interval '3 seconds'
                                   and current_setting('statement_timeout')::interval < interval '3 seconds'
                            """).query(Boolean.class).single()).isTrue();
            jdbc(context).sql("create table public.seat as select 1 as id").update();
            var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            try (var owner = POSTGRES.source("locked").getConnection();
                    var statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute("update public.seat set id = 2");

                assertThatExceptionOfType(UncategorizedSQLException.class)
                        .isThrownBy(within(
                                LIMIT,
                                () -> transaction.executeWithoutResult(_ -> jdbc(context)
                                        .sql("select id from public.seat for update")
                                        .query()
                                        .singleRow())))
                        .havingRootCause()
                        .isInstanceOfSatisfying(
                                PSQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("55P03"));
                owner.rollback();
            }
        });
    }

    @Test
    void doesNotHangOnAFrozenDatabaseAndGoesOnWhenItIsBack() {
        POSTGRES.create("frozen");
        POSTGRES.pool("frozen").run(context -> {
            var jdbc = jdbc(context);
            jdbc.sql("select 1").query().singleRow();
            POSTGRES.freeze();
            try {
                assertThatThrownBy(
                                within(LIMIT, () -> jdbc.sql("select 1").query().singleRow()))
                        .isNotNull();
                assertThatThrownBy(
                                within(LIMIT, () -> jdbc.sql("select 1").query().singleRow()))
                        .isNotNull();
            } finally {
                POSTGRES.thaw();
            }
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> !jdbc.sql("select 1").query().singleRow().isEmpty());
        });
    }

    private static ThrowingCallable within(Duration limit, Runnable action) {
        return () -> {
            var start = System.nanoTime();
            try {
                action.run();
            } finally {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
            }
        };
    }

    private static JdbcClient jdbc(ApplicationContext context) {
        return context.getBean(JdbcClient.class);
    }
}
