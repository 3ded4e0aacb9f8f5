package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The directory that holds the database: its data, and the password to it.
 *
 * <p>It comes into being whole, by a rename: a kill in the middle leaves nothing that looks like a database.
 */
final class DataDirectory {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);
    private static final String PASSWORD_FILE = "frontrow-password";
    private static final int PORTS_TRIED_MAX = 1_000;

    /** Of the binaries on the class path. */
    private static final String MAJOR_VERSION = "18";

    private final Path path;
    private final Path parent;
    private final String halfMade;
    private final Launch launch;

    DataDirectory(Path path, Launch launch) {
        this.path = path;
        this.parent = Objects.requireNonNull(path.getParent(), "a database needs a directory of its own");
        this.halfMade = path.getFileName() + ".new-";
        this.launch = launch;
    }

    /** The password of the database's only user. Makes the database if there is none, and a password if that is gone. */
    String password() throws IOException {
        removeHalfMade();
        var files = path.toFile().list();
        if (files == null || files.length == 0) {
            create();
        }
        check();
        var file = path.resolve(PASSWORD_FILE);
        if (!Files.exists(file)) {
            replacePassword(file);
        }
        return Files.readString(file).strip();
    }

    /**
     * A free port, the same in each run unless somebody has taken it, and of those from which no outgoing connection of this
     * machine gets its own.
     */
    int port() {
        return new Random(path.toString().hashCode())
                .ints(PORTS_TRIED_MAX, 20_000, 30_000)
                .filter(DataDirectory::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port found"));
    }

    /** Whether nobody listens on it. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Makes it under another name, and starts it once, before it gets its own. */
    private void create() throws IOException {
        log.info("Making a database in {}", path);
        var half = Files.createTempDirectory(parent, halfMade);
        var secret = newPassword();
        var password = Files.readString(secret);
        var server = launch.start(
                half,
                this::port,
                builder -> builder.setConnectConfig("password", password)
                        // zonky hands these to initdb as they are, behind a "trust" of its own.
                        .setLocaleConfig("auth", "scram-sha-256")
                        .setLocaleConfig("pwfile", secret.toString()));
        server.close();
        Files.move(secret, half.resolve(PASSWORD_FILE), StandardCopyOption.ATOMIC_MOVE);
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        force(parent);
    }

    private void check() throws IOException {
        var versionFile = path.resolve("PG_VERSION");
        if (!Files.exists(versionFile) || !Files.exists(path.resolve("global").resolve("pg_control"))) {
            throw new EmbeddedPostgresUnusable(
                    "The data directory " + path + " is not empty, and what is in it is not a whole database.",
                    "Name another directory by frontrow.embedded-postgres.data-directory, or clear this one if "
                            + "nothing in it is needed.");
        }
        var version = Files.readString(versionFile).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new EmbeddedPostgresUnusable(
                    "The data directory " + path + " was made by PostgreSQL " + version + ", and this is PostgreSQL "
                            + MAJOR_VERSION + ".",
                    "Take the data over by pg_dump of version " + version + " or by pg_upgrade, or start on a new "
                            + "directory by frontrow.embedded-postgres.data-directory.");
        }
    }

    /** For the moment that it takes, this machine's users come in without one: only the database itself can set it. */
    private void replacePassword(Path file) throws IOException {
        log.info("The password in {} is gone, setting a new one", file);
        var secret = newPassword();
        var open = Files.writeString(
                Files.createTempFile(parent, halfMade, "-hba.conf"), "host all all 127.0.0.1/32 trust\n");
        try (var server = launch.start(
                        path, this::port, builder -> builder.setServerConfig("hba_file", "\"" + open + "\""));
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user " + PostgresServer.USER + " password '" + Files.readString(secret) + "'");
        } catch (SQLException refused) {
            throw new IOException("the password can't be set anew", refused);
        }
        Files.move(secret, file, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(open);
    }

    /** A new one, in a file beside the directory that its owner alone can read. */
    private Path newPassword() throws IOException {
        return Files.writeString(
                Files.createTempFile(parent, halfMade, "-password"),
                UUID.randomUUID().toString());
    }

    /** What a kill has left of making a database, beside the directory. What is still written to is left for the next start. */
    private void removeHalfMade() throws IOException {
        try (var left = Files.newDirectoryStream(
                parent, file -> file.getFileName().toString().startsWith(halfMade))) {
            for (var file : left) {
                if (Files.isDirectory(file)) {
                    Postmaster.on(file).ifPresent(ProcessHandle::destroy);
                }
                FileSystemUtils.deleteRecursively(file.toFile());
            }
        }
    }

    /** Makes a rename outlive a power failure, where directories can be forced to the disk. */
    private static void force(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            log.debug("Not forced to the disk: {}", directory, notOnThisSystem);
        }
    }
}
