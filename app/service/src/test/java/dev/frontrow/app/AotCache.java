package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the cache with which an extracted service starts in a fraction of the time, {@code frontrow.aot}, and sees that it is
 * used. Run by {@code ./mvnw -Paot-cache package}.
 *
 * <p>In a training run the JVM notes which classes are loaded, linked and how they are used, and writes that down when it
 * ends. So the run is what a service does in its first minute, on an empty database, so that the migrations are among it. The
 * check is a start that finds everything there.
 */
final class AotCache {

    private final Path jar;
    private final Path cache;
    private final Path directory;

    private AotCache(Path jar) {
        this.jar = jar;
        this.cache = jar.resolveSibling("frontrow.aot");
        this.directory = jar.resolveSibling("training");
    }

    /** Makes it beside the jar that is named. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new AotCache(Path.of(arguments[0]).toAbsolutePath()).make();
    }

    private void make() throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        FileSystemUtils.deleteRecursively(directory);
        Files.createDirectories(directory);
        train();
        check();
        FileSystemUtils.deleteRecursively(directory);
    }

    /** With the collector whose heap can be kept; what was kept suits the others, too. */
    private void train() throws IOException, InterruptedException {
        try (var service = run(List.of("-XX:+UseG1GC", "-XX:AOTCacheOutput=" + cache))) {
            var shop = service.opened();
            buyATicket(shop);
            for (var page : List.of("/", "/api/v1/concerts", "/v3/api-docs", "/problems", "/actuator/prometheus")) {
                shop.get(page);
            }
            stop(service);
        }
    }

    private static void buyATicket(Shop shop) {
        var concert = shop.admin().concert(5, 10, 1_000);
        var buyer = shop.user();
        buyer.charge(1_000).expect(201);
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var reservation = buyer.reserve(concert, token, seats.subList(0, 1)).expect(201);
        buyer.pay(Shop.paymentId(reservation)).expect(200);
        await().until(() -> buyer.poll(token).text("status").equals("EXPIRED"));
        buyer.reservation(reservation.text("id")).expect(200);
    }

    /** A JVM that can't use it does not start in this mode. The modules are not read, which a start is spared. */
    private void check() throws IOException, InterruptedException {
        var classes = directory.resolve("classes.txt");
        try (var service =
                run(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-Xlog:class+load:file=" + classes))) {
            assertThat(service.firstAnswer("/api/v1/concerts")
                            .expect(200)
                            .body()
                            .path("items"))
                    .isNotEmpty();
            service.opened();
            stop(service);
        }
        try (var loaded = Files.lines(classes)) {
            var fromCache = loaded.filter(line -> line.contains("source: shared objects file"))
                    .map(line -> line.replaceAll("^\\[.*] ", "").replaceAll(" .*", ""))
                    .toList();
            assertThat(fromCache).contains("dev.frontrow.FrontrowApplication");
        }
        assertThat(classes).content().doesNotContain("com.tngtech.archunit");
    }

    private SeparateService run(List<String> options) throws IOException {
        var java = new ArrayList<>(options);
        java.addAll(List.of("-jar", jar.toString()));
        return SeparateService.run(
                directory,
                java,
                "--management.endpoint.shutdown.access=unrestricted",
                "--management.endpoints.web.exposure.include=health,info,metrics,prometheus,modulith,sbom,shutdown");
    }

    /** In order, on every system, so that the JVM comes to write the cache. */
    private static void stop(SeparateService service) throws InterruptedException {
        service.opened().admin().send("POST", "/actuator/shutdown", null).expect(200);
        assertThat(service.ended()).isZero();
    }
}
