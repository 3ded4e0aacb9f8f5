package dev.frontrow.app.migration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.OwnPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The migrations, with the settings of {@code application.yaml}. */
class MigrationTests {

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    @Test
    void instancesThatStartAtOnceOnAnEmptyDatabaseAllComeUp() throws Exception {
        Callable<List<String>> instance = () -> {
            var schemas = Stream.<String>builder();
            on("together")
                    .run(context -> context.getBean(JdbcClient.class)
                            .sql("select schema_name from information_schema.schemata")
                            .query((row, _) -> row.getString(1))
                            .list()
                            .forEach(schemas::add));
            return schemas.build().toList();
        };
        POSTGRES.create("together");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var schemas : threads.invokeAll(List.of(instance, instance, instance))) {
                assertThat(schemas.get()).contains("concert", "queue", "reservation", "payment", "point", "events");
            }
        }
    }

    @Test
    void aMigrationWaitsForAnotherOneUntilItsSessionEnds() throws Exception {
        POSTGRES.create("waiting");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = POSTGRES.source("waiting").getConnection()) {
            try (var lock = other.createStatement()) {
                lock.execute("select pg_advisory_lock(" + MigrationLock.KEY + ")");
            }
            var started = threads.submit(
                    () -> on("waiting").run(context -> assertThat(context).hasNotFailed()));
            await().during(Duration.ofSeconds(1)).until(() -> !started.isDone());

            other.close();

            assertThat(started).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    @Test
    void aChangeSetIsNeverThereWithoutTheNoteOfIt() {
        POSTGRES.create("whole");
        var failing = on("whole").withPropertyValues("spring.liquibase.change-log=classpath:db/failing-note.sql");

        // The note fails, because the change set takes the table away that it is written to.
        failing.run(context -> assertThat(context).hasFailed());

        assertThat(count("whole", "select count(*) from information_schema.schemata where schema_name = 'halfway'"))
                .isZero();
    }

    @Test
    void aStartWithNothingToMigrateLeavesLiquibaseOut() {
        POSTGRES.create("again");
        on("again").run(first -> assertThat(isLiquibaseAsked(first)).isTrue());

        on("again").run(second -> {
            assertThat(isLiquibaseAsked(second)).isFalse();
            assertThat(second).hasNotFailed();
        });
    }

    @Test
    void aStartWithOtherChangelogsOrSettingsAsksLiquibase() {
        POSTGRES.create("other");
        on("other").run(first -> assertThat(isLiquibaseAsked(first)).isTrue());

        on("other")
                .withPropertyValues("spring.liquibase.change-log=classpath:db/changelog/concert/changelog.yaml")
                .run(changed -> assertThat(isLiquibaseAsked(changed)).isTrue());
        // Its digest is another one than before.
        on("other").run(back -> assertThat(isLiquibaseAsked(back)).isTrue());
        on("other")
                .withPropertyValues("spring.liquibase.clear-checksums=true")
                .run(told -> assertThat(isLiquibaseAsked(told)).isTrue());
    }

    @Test
    void aChangeSetWhoseNoteIsGoneIsRunAgain() {
        POSTGRES.create("gone");
        on("gone").run(context -> assertThat(context).hasNotFailed());
        var notes = "select count(*) from databasechangelog where filename like '%comments%'";
        var noted = count("gone", notes);
        POSTGRES.client("gone")
                .sql("delete from databasechangelog where filename like '%comments%'")
                .update();

        on("gone").run(context -> assertThat(context).hasNotFailed());

        assertThat(count("gone", notes)).isPositive().isEqualTo(noted);
    }

    @Test
    void aTagThatSomebodyHasSetStays() {
        POSTGRES.create("tagged");
        on("tagged").run(context -> assertThat(context).hasNotFailed());
        POSTGRES.client("tagged")
                .sql("update databasechangelog set tag = 'before-the-rush' where tag is not null")
                .update();

        on("tagged").run(context -> assertThat(isLiquibaseAsked(context)).isTrue());

        assertThat(count("tagged", "select count(*) from databasechangelog where tag = 'before-the-rush'"))
                .isOne();
    }

    @Test
    void saysSoWhenTheDatabaseCannotBeReached() {
        migrated(OwnPostgres.pool("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody"))
                .run(context -> {
                    assertThat(context).hasFailed();
                    var analysis = new DatabaseUnreachableFailureAnalyzer()
                            .analyze(requireNonNull(context.getStartupFailure()));
                    assertThat(requireNonNull(analysis).getDescription())
                            .contains("can't be reached")
                            .contains("127.0.0.1:1");
                    assertThat(analysis.getAction()).contains("spring.datasource.url");
                });
    }

    private static boolean isLiquibaseAsked(ApplicationContext context) {
        return Boolean.TRUE.equals(ReflectionTestUtils.getField(context.getBean(SpringLiquibase.class), "shouldRun"));
    }

    private static int count(String database, String query) {
        return POSTGRES.client(database)
                .sql(query)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static ApplicationContextRunner on(String database) {
        return migrated(POSTGRES.pool(database));
    }

    private static ApplicationContextRunner migrated(ApplicationContextRunner pool) {
        return pool.withConfiguration(
                AutoConfigurations.of(MigrationAutoConfiguration.class, LiquibaseAutoConfiguration.class));
    }
}
