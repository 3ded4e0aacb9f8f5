package dev.frontrow.app.embeddedpostgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Each test in a directory of its own, so they need not wait for one another; where it does not matter how the database was
 * made, in a copy of one that is made once.
 */
@Execution(ExecutionMode.CONCURRENT)
class PostgresServerTests {

    @TempDir
    static Path parent = Path.of("");

    @BeforeAll
    static void make() throws IOException {
        PostgresServer.start(withPrograms("made")).close();
    }

    @Test
    void keepsWhatItCommitsAndListensToThisMachineAlone() throws Exception {
        try (var postgres = PostgresServer.start(made("settings"))) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "max_connections")).isEqualTo("300");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(client(postgres)
                            .sql("select datlocale from pg_database where datname = 'postgres'")
                            .query(String.class)
                            .single())
                    .isEqualTo("C.UTF-8");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        var directory = made("password");
        try (var postgres = PostgresServer.start(directory)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.getJdbcUrl(), PostgresServer.USER, "guessed")
                            .close())
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
            assertThat(Files.getPosixFilePermissions(directory.resolve("frontrow-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void keepsDataAndPortFromRunToRun() throws Exception {
        var directory = made("kept");
        String url;
        try (var first = PostgresServer.start(directory)) {
            client(first).sql("create table kept as select 42 as value").update();
            url = first.getJdbcUrl();
        }
        Files.delete(directory.resolve("frontrow-password"));
        try (var second = PostgresServer.start(directory)) {
            assertThat(value(second)).isEqualTo(42);
            assertThat(second.getJdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void refusesASecondServiceOnTheSameDirectory() throws Exception {
        var directory = made("shared");
        try (var first = PostgresServer.start(directory)) {
            assertThatThrownBy(() -> PostgresServer.start(directory))
                    .isInstanceOf(EmbeddedPostgresUnusable.class)
                    .hasMessageContaining("in use by another running service")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(setting(first, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void takesOverFromAServiceThatWasKilled() throws Exception {
        var directory = made("orphaned");
        KilledService.on(directory);
        var orphan = Postmaster.on(directory).orElseThrow();

        try (var postgres = PostgresServer.start(directory)) {
            assertThat(Postmaster.on(directory).orElseThrow()).isNotEqualTo(orphan);
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void takesOverWhatWasKilledWithItsServer() throws Exception {
        var directory = made("crashed");
        KilledService.on(directory);
        Postmaster.on(directory).orElseThrow().destroyForcibly();

        try (var postgres = PostgresServer.start(directory)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void startsAgainWhenItsServerIsKilled() throws Exception {
        var directory = made("watched");
        try (var postgres = PostgresServer.start(directory)) {
            client(postgres).sql("create table kept as select 42 as value").update();
            var server = Postmaster.on(directory).orElseThrow();

            assertThat(server.destroyForcibly()).isTrue();

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> value(postgres) == 42);
            assertThat(Postmaster.on(directory).orElseThrow()).isNotEqualTo(server);
        }
        assertThat(Postmaster.on(directory)).isEmpty();
    }

    @Test
    @Timeout(180)
    void startsAgainWhenItsServerIsKilledBeforeItLetsAnybodyIn() throws Exception {
        var directory = made("killed-at-once");
        var said = parent.resolve("killed-at-once.log");
        var killed = CompletableFuture.runAsync(() -> {
            await().pollInterval(Duration.ofMillis(1))
                    .ignoreExceptions()
                    .until(() -> Files.readString(said).contains("server started"));
            try {
                Postmaster.on(directory).orElseThrow().destroyForcibly();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });

        try (var postgres = PostgresServer.start(directory)) {
            killed.join();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> setting(postgres, "fsync").equals("on"));
        }
    }

    @Test
    void triesNoMoreToStartAgainOnceItIsClosed() throws Exception {
        var directory = made("closed");
        var said = parent.resolve("closed.log");
        try (var _ = PostgresServer.start(directory)) {
            Files.writeString(
                    directory.resolve("postgresql.conf"), "no_such_setting = on\n", StandardOpenOption.APPEND);
            assertThat(Postmaster.on(directory).orElseThrow().destroyForcibly()).isTrue();
            await().atMost(Duration.ofSeconds(60)).until(() -> failedStarts(said) > 0);
        }
        assertThat(failedStarts(said)).isLessThan(10);
    }

    private static long failedStarts(Path said) throws IOException {
        try (var lines = Files.lines(said)) {
            return lines.filter(line -> line.contains("could not start server")).count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_VERSION", "postmaster.pid"})
    void survivesAKillInTheMiddleOfMakingIt(String file) throws Exception {
        var directory = withPrograms("half-" + file);
        KilledService.on(directory, () -> isAny(parent, directory.getFileName() + ".new-*", file));

        PostgresServer.start(directory).close();

        try (var postgres = PostgresServer.start(directory)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(isAny(parent, directory.getFileName() + ".new-*", "")).isFalse();
        }
    }

    @Test
    void survivesAKillInTheMiddleOfUnpacking() throws Exception {
        var directory = parent.resolve("unpacking");
        var unpacked = parent.resolve("unpacking-programs/unpacked");
        KilledService.on(directory, () -> isAny(unpacked, "PG-*", "bin/postgres"));
        assertThat(isAny(unpacked, "PG-*", ".exists")).isFalse();

        KilledService.on(directory);

        PostgresServer.start(directory).close();
        assertThat(isAny(unpacked, "PG-*", ".exists")).isTrue();
    }

    /** A database that has run before, with the programs beside it. */
    private static Path made(String name) throws Exception {
        var directory = withPrograms(name);
        var copying = new ProcessBuilder("cp", "-a", parent.resolve("made").toString(), directory.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
        return directory;
    }

    /** A directory to make, with the programs beside it, so that they need not be unpacked anew. */
    private static Path withPrograms(String name) throws IOException {
        return Programs.beside(parent.resolve(name));
    }

    private static boolean isAny(Path folder, String glob, String has) throws IOException {
        try (var found = Files.newDirectoryStream(folder, glob)) {
            return StreamSupport.stream(found.spliterator(), false).anyMatch(each -> Files.exists(each.resolve(has)));
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    @Test
    void letsNobodyElseWriteItsPrograms() throws Exception {
        var directory = made("programs");
        PostgresServer.start(directory).close();

        assertThat(Files.getPosixFilePermissions(parent.resolve("programs-programs")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void startsWhereTheNumberOfAKilledServerBelongsToAnotherProcess() throws Exception {
        var directory = made("reused");
        Files.writeString(
                directory.resolve("postmaster.pid"),
                "1\n" + directory + "\n1700000000\n20000\n\n127.0.0.1\n0 0\nready\n");

        try (var postgres = PostgresServer.start(directory)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void refusesADirectoryWithSomethingElseInIt() throws IOException {
        var directory = Files.createDirectories(parent.resolve("photographs"));
        Files.writeString(directory.resolve("concert.jpg"), "…");

        assertThatThrownBy(() -> PostgresServer.start(directory))
                .isInstanceOf(EmbeddedPostgresUnusable.class)
                .hasMessageContaining("not a whole database");
        assertThat(directory.resolve("concert.jpg")).exists();
    }

    @Test
    void refusesADirectoryOfAnotherVersion() throws IOException {
        var directory = Files.createDirectories(parent.resolve("older"));
        Files.createDirectories(directory.resolve("global"));
        Files.writeString(directory.resolve("global").resolve("pg_control"), "");
        Files.writeString(directory.resolve("PG_VERSION"), "15\n");

        assertThatExceptionOfType(EmbeddedPostgresUnusable.class)
                .isThrownBy(() -> PostgresServer.start(directory))
                .withMessageContaining("made by PostgreSQL 15")
                .satisfies(refused -> {
                    var analysis = new EmbeddedPostgresUnusableFailureAnalyzer().analyze(refused);
                    assertThat(requireNonNull(analysis).getDescription()).isEqualTo(refused.getMessage());
                    assertThat(analysis.getAction()).contains("pg_dump");
                });
    }

    private static String setting(PostgresServer postgres, String name) {
        return client(postgres)
                .sql("show " + name)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static int value(PostgresServer postgres) {
        return client(postgres)
                .sql("select value from kept")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static JdbcClient client(PostgresServer postgres) {
        return JdbcClient.create(
                new DriverManagerDataSource(postgres.getJdbcUrl(), PostgresServer.USER, postgres.getPassword()));
    }
}
