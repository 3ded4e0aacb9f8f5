package dev.frontrow.app.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pool and the migrations, with the settings of {@code application.yaml}. */
class DatabaseTests {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir
    static Path parent = Path.of("");

    private static @Nullable EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        LoggingSystem.get(DatabaseTests.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        postgres = EmbeddedPostgres.start(parent.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres().close();
    }

    @Test
    void instancesThatStartAtOnceOnAnEmptyDatabaseAllComeUp() throws Exception {
        Callable<List<String>> instance = () -> {
            var schemas = Stream.<String>builder();
            on("together")
                    .run(context -> jdbc(context)
                            .sql("select schema_name from information_schema.schemata")
                            .query((row, _) -> row.getString(1))
                            .list()
                            .forEach(schemas::add));
            return schemas.build().toList();
        };
        create("together");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var schemas : threads.invokeAll(List.of(instance, instance, instance))) {
                assertThat(schemas.get()).contains("concert", "queue", "reservation", "payment", "point", "events");
            }
        }
    }

    @Test
    void aMigrationWaitsForAnotherOneUntilItsSessionEnds() throws Exception {
        create("waiting");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = source("waiting").getConnection()) {
            try (var lock = other.createStatement()) {
                lock.execute("select pg_advisory_lock(" + MigrationLock.KEY + ")");
            }
            var started = threads.submit(
                    () -> on("waiting").run(context -> assertThat(context).hasNotFailed()));
            await().during(Duration.ofSeconds(1)).until(() -> !started.isDone());

            other.close();

            assertThat(started).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aChangeSetIsNeverThereWithoutTheNoteOfIt() throws Exception {
        create("whole");
        var failing = on("whole").withPropertyValues("spring.liquibase.change-log=classpath:db/failing-note.sql");

        // The note fails, because the change set takes the table away that it is written to.
        failing.run(context -> assertThat(context).hasFailed());

        assertThat(client("whole")
                        .sql("select count(*) from information_schema.schemata where schema_name = 'halfway'")
                        .query((row, _) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void waitsForSomebodyElsesLockNoLongerThanThreeSeconds() throws Exception {
        create("locked");
        on("locked").run(context -> {
            jdbc(context).sql("create table public.seat as select 1 as id").update();
            var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            try (var owner = source("locked").getConnection();
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
    void doesNotHangOnAFrozenDatabaseAndGoesOnWhenItIsBack() throws Exception {
        create("frozen");
        on("frozen").run(context -> {
            var jdbc = jdbc(context);
            jdbc.sql("select 1").query().singleRow();
            signal("STOP");
            try {
                assertThatThrownBy(
                                within(LIMIT, () -> jdbc.sql("select 1").query().singleRow()))
                        .isNotNull();
                assertThatThrownBy(
                                within(LIMIT, () -> jdbc.sql("select 1").query().singleRow()))
                        .isNotNull();
            } finally {
                signal("CONT");
            }
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> !jdbc.sql("select 1").query().singleRow().isEmpty());
        });
    }

    @Test
    void saysSoWhenTheDatabaseCannotBeReached() {
        runner("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody").run(context -> {
            assertThat(context).hasFailed();
            var analysis =
                    new DatabaseUnreachableFailureAnalyzer().analyze(requireNonNull(context.getStartupFailure()));
            assertThat(requireNonNull(analysis).getDescription())
                    .contains("can't be reached")
                    .contains("127.0.0.1:1");
            assertThat(analysis.getAction()).contains("spring.datasource.url");
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

    private static void signal(String signal) throws IOException, InterruptedException {
        var server = ProcessHandle.of(PostmasterFile.read(parent.resolve("postgres"))
                        .orElseThrow()
                        .pid())
                .orElseThrow();
        var processes = Stream.concat(Stream.of(server), server.descendants()).map(ProcessHandle::pid);
        var command = Stream.concat(Stream.of("kill", "-" + signal), processes.map(pid -> Long.toString(pid)));
        new ProcessBuilder(command.toList()).start().waitFor();
    }

    private static ApplicationContextRunner on(String database) {
        return runner(url(database), postgres().password());
    }

    private static ApplicationContextRunner runner(String url, String password) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        EmbeddedPostgresAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        MigrationAutoConfiguration.class,
                        LiquibaseAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + EmbeddedPostgres.USER,
                        "spring.datasource.password=" + password,
                        "spring.datasource.hikari.maximum-pool-size=4");
    }

    private static void create(String database) {
        client(EmbeddedPostgres.DATABASE).sql("create database " + database).update();
    }

    private static JdbcClient jdbc(ApplicationContext context) {
        return context.getBean(JdbcClient.class);
    }

    private static JdbcClient client(String database) {
        return JdbcClient.create(source(database));
    }

    private static DriverManagerDataSource source(String database) {
        return new DriverManagerDataSource(
                url(database), EmbeddedPostgres.USER, postgres().password());
    }

    private static String url(String database) {
        return postgres().jdbcUrl().replaceFirst("/" + EmbeddedPostgres.DATABASE + "$", "/" + database);
    }

    private static EmbeddedPostgres postgres() {
        if (postgres == null) {
            throw new IllegalStateException("not started");
        }
        return postgres;
    }
}
