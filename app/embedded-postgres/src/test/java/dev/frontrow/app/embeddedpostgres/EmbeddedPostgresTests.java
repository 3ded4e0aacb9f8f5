package dev.frontrow.app.embeddedpostgres;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTests {

    /** Shared, so that the programs are unpacked once. */
    @TempDir
    static Path parent = Path.of("");

    @Test
    void keepsWhatItCommitsAndListensToThisMachineAlone() throws Exception {
        try (var postgres = EmbeddedPostgres.start(parent.resolve("settings"))) {
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
        var directory = parent.resolve("password");
        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, "guessed")
                            .close())
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
            assertThat(Files.getPosixFilePermissions(directory.resolve("frontrow-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void keepsDataAndPortFromRunToRun() throws Exception {
        var directory = parent.resolve("kept");
        String url;
        try (var first = EmbeddedPostgres.start(directory)) {
            client(first).sql("create table kept as select 42 as value").update();
            url = first.jdbcUrl();
        }
        Files.delete(directory.resolve("frontrow-password"));
        try (var second = EmbeddedPostgres.start(directory)) {
            assertThat(value(second)).isEqualTo(42);
            assertThat(second.jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void refusesASecondServiceOnTheSameDirectory() throws Exception {
        var directory = parent.resolve("shared");
        try (var first = EmbeddedPostgres.start(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                    .isInstanceOf(EmbeddedPostgresUnusable.class)
                    .hasMessageContaining("in use by another running service")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            assertThat(setting(first, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void takesOverFromAServiceThatWasKilled() throws Exception {
        var directory = parent.resolve("orphaned");
        KilledService.on(directory);
        var orphan = PostmasterFile.read(directory).orElseThrow();
        assertThat(orphan.isAlive(directory)).isTrue();

        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(orphan.isAlive(directory)).isFalse();
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void startsAgainWhenItsServerIsKilled() throws Exception {
        var directory = parent.resolve("watched");
        try (var postgres = EmbeddedPostgres.start(directory)) {
            client(postgres).sql("create table kept as select 42 as value").update();
            var server = PostmasterFile.read(directory).orElseThrow();

            assertThat(ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly())
                    .isTrue();

            await().atMost(Duration.ofSeconds(15)).ignoreExceptions().until(() -> value(postgres) == 42);
            assertThat(PostmasterFile.read(directory).orElseThrow().pid()).isNotEqualTo(server.pid());
        }
        assertThat(PostmasterFile.read(directory)).isEmpty();
    }

    @Test
    void clearsWhatAKillInTheMiddleOfMakingItHasLeft() throws Exception {
        var directory = parent.resolve("half");
        var half = Files.createDirectories(parent.resolve("half.new-1").resolve("global"));
        Files.writeString(half.resolve("pg_control"), "half");
        Files.writeString(parent.resolve("half.new-1-password"), "secret");

        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            try (var files = Files.list(parent)) {
                assertThat(files).noneMatch(file -> file.toString().contains("half.new-"));
            }
        }
    }

    @Test
    void startsWhereTheNumberOfAKilledServerBelongsToAnotherProcess() throws Exception {
        var directory = parent.resolve("reused");
        EmbeddedPostgres.start(directory).close();
        Files.writeString(
                directory.resolve("postmaster.pid"),
                "1\n" + directory + "\n1700000000\n20000\n\n127.0.0.1\n0 0\nready\n");

        try (var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void refusesADirectoryWithSomethingElseInIt() throws IOException {
        var directory = Files.createDirectories(parent.resolve("photographs"));
        Files.writeString(directory.resolve("concert.jpg"), "…");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
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
                .isThrownBy(() -> EmbeddedPostgres.start(directory))
                .withMessageContaining("made by PostgreSQL 15")
                .satisfies(refused -> {
                    var analysis = new EmbeddedPostgresUnusableFailureAnalyzer().analyze(refused);
                    assertThat(requireNonNull(analysis).getDescription()).isEqualTo(refused.getMessage());
                    assertThat(analysis.getAction()).contains("pg_dump");
                });
    }

    private static String setting(EmbeddedPostgres postgres, String name) {
        return client(postgres)
                .sql("show " + name)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static int value(EmbeddedPostgres postgres) {
        return client(postgres)
                .sql("select value from kept")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static JdbcClient client(EmbeddedPostgres postgres) {
        return JdbcClient.create(
                new DriverManagerDataSource(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password()));
    }
}
