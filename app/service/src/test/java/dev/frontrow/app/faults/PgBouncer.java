package dev.frontrow.app.faults;

import static org.awaitility.Awaitility.await;

import dev.frontrow.app.OwnPostgres;
import dev.frontrow.app.SeparateService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PgBouncer of the machine's, with roles and a database behind it, all of them as the operating guide says. */
final class PgBouncer implements AutoCloseable {

    private static final String PROGRAM = "pgbouncer";

    private final OwnPostgres postgres;
    private final Process process;
    private final int port;

    private PgBouncer(OwnPostgres postgres, Process process, int port) {
        this.postgres = postgres;
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Program.find(PROGRAM).isPresent();
    }

    /** Starts one in front of that server, which has seen none before. */
    static PgBouncer start(OwnPostgres postgres, Path directory) throws IOException {
        Stream.of(Guide.block("sql pgbouncer").split(";\\n"))
                .forEach(statement -> postgres.client("postgres").sql(statement).update());
        var port = SeparateService.freePort();
        var users = Files.writeString(directory.resolve("userlist.txt"), Guide.block("text pgbouncer"));
        var settings = Files.writeString(
                directory.resolve("pgbouncer.ini"),
                replaced(
                        replaced(
                                replaced(
                                        Guide.block("ini pgbouncer"),
                                        "host=db.example.org port=5432",
                                        "host=127.0.0.1 port=" + postgres.port()),
                                "listen_port = 6432",
                                "listen_port = " + port),
                        "/etc/pgbouncer/userlist.txt",
                        users.toString()));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var command = new ArrayList<>(List.of(Program.get(PROGRAM).toString()));
        if (Program.isRoot()) {
            // It refuses to run as root.
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(() -> isOpen(port));
        return new PgBouncer(postgres, process, port);
    }

    /** What the service is told. */
    List<String> settings() {
        return Guide.settings("properties pgbouncer").entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .map(setting -> setting.replace("127.0.0.1:6432", "127.0.0.1:" + port)
                        .replace("db.example.org:5432", "127.0.0.1:" + postgres.port()))
                .toList();
    }

    /** The way through it. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/frontrow?prepareThreshold=0";
    }

    private static boolean isOpen(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String replaced(String text, String old, String now) {
        if (!text.contains(old)) {
            throw new IllegalStateException("the guide does not say " + old);
        }
        return text.replace(old, now);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
