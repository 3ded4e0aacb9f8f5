package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.SeparateService;
import dev.frontrow.app.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Instances behind a real nginx, on one database behind a real PgBouncer, all set up as the operating guide says, and what can
 * happen to each of them.
 */
final class Instances implements AutoCloseable {

    static final String WHAT_IT_NEEDS = "it needs nginx and pgbouncer; on Debian: apt-get install nginx pgbouncer";

    private static final String DATABASE = "frontrow";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final OwnPostgres postgres;
    private final Path directory;
    private final List<String> settings;
    private final PgBouncer pgbouncer;
    private final List<SeparateService> instances = new ArrayList<>();
    private final Nginx nginx;

    /** The way in for clients: each request goes to another instance. */
    final Shop shop;

    /** What an instance runs. */
    @FunctionalInterface
    interface Release {
        SeparateService run(int port, Path directory, String... settings) throws IOException;
    }

    private Instances(OwnPostgres postgres, Path directory, int many, Release release, List<String> settings)
            throws IOException {
        this.postgres = postgres;
        this.directory = directory;
        this.settings = settings;
        this.pgbouncer = PgBouncer.start(postgres, Files.createDirectory(directory.resolve("pgbouncer")));
        for (var i = 0; i < many; i++) {
            instances.add(run(release, SeparateService.freePort()));
        }
        instances.forEach(SeparateService::opened);
        this.nginx = Nginx.start(
                Files.createDirectory(directory.resolve("nginx")),
                instances.stream().map(SeparateService::port).toList());
        this.shop = new Shop(nginx.port());
    }

    /** How many there are. */
    int many() {
        return instances.size();
    }

    static boolean arePossible() {
        return PgBouncer.isInstalled() && Nginx.isInstalled();
    }

    /** Starts so many at once, on a database server that has seen none before. */
    static Instances start(OwnPostgres postgres, Path directory, int many, Release release, String... settings)
            throws IOException {
        return new Instances(postgres, directory, many, release, List.of(settings));
    }

    private SeparateService run(Release release, int port) throws IOException {
        var all = new ArrayList<>(pgbouncer.settings());
        all.add("--frontrow.demo.enabled=true");
        all.addAll(settings);
        return release.run(port, directory, all.toArray(String[]::new));
    }

    /** Somebody with the scope admin, who does not come through nginx: nobody becomes an admin of the demo through a proxy. */
    Shop.Admin organiser(int instance) {
        return instances.get(instance).opened().admin();
    }

    void kill(int instance) throws InterruptedException {
        instances.get(instance).kill();
    }

    /** Stops one in order, by SIGTERM. */
    void stop(int instance) throws InterruptedException {
        instances.get(instance).close();
    }

    /** Starts one in the place of one that has ended, and waits until it is ready. */
    void startAgain(int instance, Release release) throws IOException {
        assertThat(instances.get(instance).said()).doesNotContain("Incident");
        instances.set(instance, run(release, instances.get(instance).port()));
        instances.get(instance).opened();
    }

    void freeze(int instance) throws IOException, InterruptedException {
        instances.get(instance).signal("STOP");
    }

    void thaw(int instance) throws IOException, InterruptedException {
        instances.get(instance).signal("CONT");
    }

    /** A way to the database beside the service. */
    JdbcClient database() {
        return postgres.client(DATABASE);
    }

    /**
     * Sees that what always holds does hold, that what follows payments is done, that the database has met no deadlock, and no
     * instance an error.
     */
    void check() throws IOException {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(prometheus())
                        .containsPattern("frontrow_events_incomplete(\\{.*})? 0\\.0")
                        .containsPattern("frontrow_events_parked(\\{.*})? 0\\.0"));
        var integrity = organiser(0).integrity();
        assertThat(integrity.path("ok").asBoolean(false))
                .as(integrity.toString())
                .isTrue();
        assertThat(database()
                        .sql("select deadlocks from pg_stat_database where datname = current_database()")
                        .query((row, _) -> row.getLong(1))
                        .single())
                .as("deadlocks")
                .isZero();
        for (var instance : instances) {
            assertThat(instance.said()).doesNotContain("Incident");
        }
    }

    private String prometheus() {
        return shop.send("GET", "/actuator/prometheus", null, Map.of()).raw().body();
    }

    @Override
    public void close() throws InterruptedException {
        nginx.close();
        for (var instance : instances) {
            instance.close();
        }
        pgbouncer.close();
    }
}
