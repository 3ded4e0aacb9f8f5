package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.SeparateService;
import dev.frontrow.app.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Instances of the service on one database, which comes with the first of them, and what can happen to them. Clients ask one after
 * the other. An instance that ends, however it does, is started again, as a service manager would.
 */
final class Site implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path directory;
    private final List<String> javaOptions;
    private final List<SeparateService> instances = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private String url = "";
    private boolean closed;

    /** The way in for clients. */
    final Shop shop = new Shop(this::port);

    private Site(Path directory, List<String> javaOptions) {
        this.directory = directory;
        this.javaOptions = javaOptions;
    }

    /** Starts so many instances, with a line that moves fast. */
    static Site start(Path directory, int instances) throws IOException {
        return start(directory, instances, SeparateService.SHORT_LIVED);
    }

    /** The same, with these options of the JVM. */
    static Site start(Path directory, int instances, List<String> javaOptions) throws IOException {
        var site = new Site(directory, javaOptions);
        for (var i = 0; i < instances; i++) {
            site.instances.add(site.run(i, SeparateService.freePort()));
            site.instances.getLast().opened();
            site.url = "jdbc:postgresql://127.0.0.1:" + site.postmaster().get(3).strip() + "/postgres";
        }
        return site;
    }

    private SeparateService run(int instance, int port) throws IOException {
        var settings = new ArrayList<>(List.of(
                "--frontrow.queue.admission-interval=100ms",
                "--frontrow.queue.admissions-per-second=1000",
                "--frontrow.queue.max-active=5000"));
        if (instance > 0) {
            settings.addAll(List.of(
                    "--frontrow.demo.enabled=true",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=" + password()));
        }
        var service = SeparateService.ofTheseClasses(port, directory, javaOptions, settings.toArray(String[]::new));
        service.process().onExit().thenAccept(_ -> runAgain(instance, port));
        return service;
    }

    private void runAgain(int instance, int port) {
        synchronized (instances) {
            if (!closed) {
                try {
                    instances.set(instance, run(instance, port));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
    }

    /** That of the instance whose turn it is. */
    int port() {
        synchronized (instances) {
            return instances.get(turn.getAndIncrement() % instances.size()).port();
        }
    }

    /** Kills an instance, and does not wait until it is there again. The first one stops the database and starts it anew. */
    void killInstance(int instance) throws IOException, InterruptedException {
        var killed = instances.get(instance);
        killed.kill();
        assertThat(killed.said()).doesNotContain("Incident");
    }

    /** Kills the database's first process, which takes all others along; the first instance starts it again. */
    void killDatabase() throws IOException {
        await().atMost(LIMIT).ignoreExceptions().until(this::answersIt);
        var killed = postmaster();
        ProcessHandle.of(Long.parseLong(killed.getFirst().strip()))
                .orElseThrow()
                .destroyForcibly();
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> !postmaster().getFirst().equals(killed.getFirst()) && answersIt());
    }

    private boolean answersIt() {
        return database().sql("select 1").query((row, _) -> row.getInt(1)).single() == 1;
    }

    /** Cuts all connections of the service in the middle of whatever they do; answers how many were within a transaction. */
    long cutConnections() {
        return await().atMost(LIMIT)
                .ignoreExceptions()
                .until(
                        () -> database()
                                .sql("""
                                    select count(*) filter (where state <> 'idle') as busy,
                                           count(pg_terminate_backend(pid))
                                      from pg_stat_activity
                                     where application_name = 'frontrow'
                                    """)
                                .query((row, _) -> row.getLong("busy"))
                                .single(),
                        _ -> true);
    }

    /** That of the first instance. */
    ProcessHandle process() {
        return instances.getFirst().process();
    }

    /** A way to the database beside the service. */
    JdbcClient database() {
        try {
            return JdbcClient.create(new DriverManagerDataSource(url, "postgres", password()));
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    private String password() throws IOException {
        return Files.readString(directory.resolve("postgres/frontrow-password")).strip();
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(directory.resolve("postgres/postmaster.pid"));
    }

    /** Waits until each instance is there again. */
    void awaitInstances() {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> instances.stream()
                        .allMatch(_ -> shop.send("GET", "/actuator/health/readiness", null, Map.of())
                                        .status()
                                == 200));
    }

    /** Sees that what always holds does hold, and that the database has met no deadlock. */
    void check() throws IOException {
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
            var report =
                    shop.admin().send("GET", "/api/v1/admin/integrity", null).expect(200);
            assertThat(report.body().path("ok").asBoolean(false))
                    .as(report.raw().body())
                    .isTrue();
        });
        assertThat(Files.readString(directory.resolve("postgres.log"))).doesNotContain("deadlock detected");
        for (var instance : instances) {
            assertThat(instance.said()).doesNotContain("Incident").doesNotContain("OutOfMemoryError");
        }
    }

    /** Sees that what follows payments is done, all of it. */
    void checkNothingIsLeftToDeliver() {
        await().atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(shop.send("GET", "/actuator/prometheus", null, Map.of())
                                .raw()
                                .body())
                        .containsPattern("frontrow_events_incomplete(\\{.*})? 0\\.0")
                        .containsPattern("frontrow_events_parked(\\{.*})? 0\\.0"));
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (instances) {
            closed = true;
        }
        for (var instance : instances.reversed()) {
            instance.close();
        }
    }
}
