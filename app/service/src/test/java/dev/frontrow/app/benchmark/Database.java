package dev.frontrow.app.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The server that the service keeps its data on, and a second database on it, with the same tables, for the yardsticks.
 *
 * @param url of the service's database
 * @param postmaster the server's first process, where it runs on this machine
 */
record Database(
        String url, String user, String password, @Nullable ProcessHandle postmaster) {

    private static final String YARDSTICK = "frontrow_yardstick";
    private static final String JDBC = "jdbc:";
    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

    /** The embedded one, which the service has started in that directory. */
    static Database embeddedIn(Path directory) {
        try {
            var lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres",
                    "postgres",
                    Files.readString(directory.resolve("frontrow-password")).strip(),
                    ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null));
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    /** The one that the environment names, as it does for the service; empty if it names none. */
    static Optional<Database> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SPRING_DATASOURCE_URL"))
                .map(url -> new Database(
                        url,
                        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""),
                        null));
    }

    /** An empty database of that name on the same server. */
    Database anew(String name) {
        client().sql("drop database if exists " + name + " with (force)").update();
        client().sql("create database " + name).update();
        return new Database(url(name), user, password, postmaster);
    }

    /** A way to the service's own database. */
    JdbcClient client() {
        return JdbcClient.create(source(url));
    }

    /** A way to the yardsticks' database, from which what the service's does can be read without adding to it. */
    JdbcClient yardstick() {
        return JdbcClient.create(source(url(YARDSTICK)));
    }

    private DataSource source(String of) {
        return new DriverManagerDataSource(of, user, password);
    }

    private String url(String database) {
        return url.replaceFirst("/[^/?]*(\\?.*)?$", "/" + database + "$1");
    }

    /** Lets the server count statements from its next start on, if it does not yet. */
    void countStatements() {
        client().sql("alter system set shared_preload_libraries = 'pg_stat_statements'")
                .update();
    }

    /** Makes the yardsticks' database anew, with the tables that the service makes. */
    void makeYardstick() {
        anew(YARDSTICK);
        if (yardstick()
                .sql("select current_setting('shared_preload_libraries')")
                .query((row, _) -> row.getString(1))
                .single()
                .contains("pg_stat_statements")) {
            yardstick().sql("create extension pg_stat_statements").update();
        }
        Logger.getLogger("liquibase").setLevel(Level.WARNING);
        var tables = new SpringLiquibase();
        tables.setDataSource(source(url(YARDSTICK)));
        tables.setChangeLog("classpath:db/changelog/db.changelog-master.yaml");
        tables.setResourceLoader(new DefaultResourceLoader());
        tables.setAnalyticsEnabled(false);
        try {
            tables.afterPropertiesSet();
        } catch (LiquibaseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    boolean countsStatements() {
        return yardstick()
                .sql("select count(*) from pg_extension where extname = 'pg_stat_statements'")
                .query((row, _) -> row.getInt(1) > 0)
                .single();
    }

    /** How many statements that database has executed, those that begin and end transactions aside; empty if nobody counts. */
    OptionalDouble statements() {
        return countsStatements()
                ? OptionalDouble.of(yardstick()
                        .sql("""
                        select coalesce(sum(s.calls), 0)
                          from pg_stat_statements s
                          join pg_database d on d.oid = s.dbid
                         where d.datname = :name
                           and lower(s.query) not in ('begin', 'commit', 'rollback', 'begin read only')
                        """)
                        .param("name", name())
                        .query((row, _) -> row.getDouble(1))
                        .single())
                : OptionalDouble.empty();
    }

    /** How often a statement that contains that text was executed. */
    double statementsLike(String text) {
        return countsStatements()
                ? yardstick()
                        .sql("""
                        select coalesce(sum(s.calls), 0)
                          from pg_stat_statements s
                          join pg_database d on d.oid = s.dbid
                         where d.datname = :name and lower(s.query) like :text
                        """)
                        .param("name", name())
                        .param("text", "%" + text + "%")
                        .query((row, _) -> row.getDouble(1))
                        .single()
                : 0;
    }

    /** Forgets all statements counted so far. */
    void forgetStatements() {
        if (countsStatements()) {
            yardstick()
                    .sql("select pg_stat_statements_reset()")
                    .query((row, _) -> 0)
                    .list();
        }
    }

    /** The time that the server took for statements which contain one of those texts, each of them added up: in all, and at most. */
    Taken taken(String... texts) {
        if (!countsStatements()) {
            return new Taken(Double.NaN, Double.NaN);
        }
        return yardstick()
                .sql("""
                select coalesce(sum(s.total_exec_time), 0) as total, coalesce(sum(s.max_exec_time), 0) as slowest
                  from pg_stat_statements s
                  join pg_database d on d.oid = s.dbid
                 where d.datname = :name and lower(s.query) like any(:texts)
                """)
                .param("name", name())
                .param(
                        "texts",
                        new SqlArrayValue(
                                "text",
                                Stream.of(texts).map(text -> "%" + text + "%").toArray()))
                .query((row, _) -> new Taken(row.getDouble("total"), row.getDouble("slowest")))
                .single();
    }

    /** Milliseconds. */
    record Taken(double totalMillis, double slowestMillis) {}

    /** How many transactions were committed and rolled back in that database, as it has told so far: a second late at most. */
    double transactions() {
        return yardstick()
                .sql("""
                select xact_commit + xact_rollback
                  from pg_stat_database
                 where datname = :name
                """)
                .param("name", name())
                .query((row, _) -> row.getDouble(1))
                .single();
    }

    /** Waits until nothing is left to be done after payments. */
    void awaitTail() {
        var left = client().sql("select count(*) from events.event_publication where completion_date is null");
        while (left.query((row, _) -> row.getLong(1)).single() > 0) {
            BoxOffice.pause(LOOKS_EVERY);
        }
    }

    /** The processor time that the server has taken. */
    OptionalDouble seconds() {
        return postmaster == null ? OptionalDouble.empty() : new ProcessTimes(postmaster).seconds();
    }

    private String name() {
        return address().getPath().substring(1);
    }

    private URI address() {
        return URI.create(url.substring(JDBC.length()));
    }

    /** What {@code libpq} is told by its environment, to find the yardsticks' database. */
    Map<String, String> libpq() {
        return Map.of(
                "PGHOST",
                address().getHost(),
                "PGPORT",
                Integer.toString(address().getPort() < 0 ? 5432 : address().getPort()),
                "PGUSER",
                user,
                "PGPASSWORD",
                password,
                "PGDATABASE",
                YARDSTICK);
    }
}
