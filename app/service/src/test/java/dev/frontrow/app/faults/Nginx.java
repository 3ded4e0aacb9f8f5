package dev.frontrow.app.faults;

import static org.awaitility.Awaitility.await;

import dev.frontrow.app.SeparateService;
import dev.frontrow.app.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An nginx of the machine's, in front of several instances as the operating guide says. */
final class Nginx implements AutoCloseable {

    private static final String PROGRAM = "nginx";

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Program.find(PROGRAM).isPresent();
    }

    /** @param instances the ports of as many as the guide names, or fewer */
    static Nginx start(Path directory, List<Integer> instances) throws IOException {
        var port = SeparateService.freePort();
        var site = Guide.block("nginx several").replace("listen 80;", "listen 127.0.0.1:" + port + ";");
        for (var i = 0; i < instances.size(); i++) {
            site = site.replace("10.0.0.2" + i + ":8080", "127.0.0.1:" + instances.get(i));
        }
        site = site.replaceAll("(?m)^ *server 10\\.0\\.0\\..*$", "");
        var settings = Files.writeString(
                directory.resolve("nginx.conf"), """
                    %s
                    daemon off;
                    pid nginx.pid;
                    error_log stderr;
                    events { worker_connections 2048; }
                    http { access_log off; client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                    %s }
                    """.formatted(Program.isRoot() ? "user root;" : "", site));
        var process = new ProcessBuilder(
                        Program.get(PROGRAM).toString(), "-p", directory.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
        var nginx = new Nginx(process, port);
        await().atMost(Duration.ofSeconds(10)).until(nginx::answers);
        return nginx;
    }

    private boolean answers() {
        try {
            return new Shop(port).get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
