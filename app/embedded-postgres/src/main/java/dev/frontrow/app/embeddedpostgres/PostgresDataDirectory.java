package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The directory that holds the embedded database: its data, the password to it, and the port it was last on.
 *
 * <p>It comes into being whole, by a rename: a kill in the middle leaves nothing that looks like a database.
 */
final class PostgresDataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDataDirectory.class);
    private static final String PASSWORD_FILE = "frontrow-password";
    private static final String PORT_FILE = "frontrow-port";

    private final Path path;
    private final Path parent;
    private final PostgresDistribution postgres;

    private PostgresDataDirectory(Path path, PostgresDistribution postgres) {
        this.path = path;
        this.parent = Objects.requireNonNull(path.getParent(), "a database needs a directory of its own");
        this.postgres = postgres;
    }

    /** The database in {@code path}, made if there is none. */
    static PostgresDataDirectory at(Path path, PostgresDistribution postgres) throws IOException {
        var directory = new PostgresDataDirectory(path, postgres);
        directory.removeHalfMade();
        if (isEmpty(path)) {
            directory.create();
        } else {
            directory.check();
        }
        return directory;
    }

    Path path() {
        return path;
    }

    /** The password of the database's only user. */
    String password() throws IOException {
        var file = path.resolve(PASSWORD_FILE);
        return Files.exists(file) ? Files.readString(file).strip() : replacePassword(file);
    }

    OptionalInt lastPort() {
        try {
            return OptionalInt.of(
                    Integer.parseInt(Files.readString(path.resolve(PORT_FILE)).strip()));
        } catch (IOException | NumberFormatException unknown) {
            return OptionalInt.empty();
        }
    }

    void rememberPort(int port) throws IOException {
        Files.writeString(path.resolve(PORT_FILE), Integer.toString(port));
    }

    private void create() throws IOException {
        LOG.info("Making a database in {}", path);
        var half = Files.createTempDirectory(parent, path.getFileName() + ".new-");
        var password = half.resolveSibling(half.getFileName() + "-password");
        writeSecret(password, newPassword());
        var result = postgres.run(
                "initdb",
                "",
                "--pgdata=" + half,
                "--username=" + EmbeddedPostgres.USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // The same order of texts on every machine.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        if (result.failed()) {
            throw new EmbeddedPostgresUnusable(
                    "PostgreSQL's initdb failed: " + result.output(),
                    "Correct what it complains about, or name a database by spring.datasource.url.");
        }
        Files.move(password, half.resolve(PASSWORD_FILE), StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notMovable) {
            throw new EmbeddedPostgresUnusable(
                    "The new database can't be moved to " + path + ".",
                    "Let frontrow.embedded-postgres.data-directory be a directory that does not exist yet, on the "
                            + "same file system as its parent; below a mount point, not the mount point itself.",
                    notMovable);
        }
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
        if (!version.equals(postgres.majorVersion())) {
            throw new EmbeddedPostgresUnusable(
                    "The data directory " + path + " was made by PostgreSQL " + version + ", and this is PostgreSQL "
                            + postgres.majorVersion() + ".",
                    "Take the data over by pg_dump of version " + version + " or by pg_upgrade, or start on a new "
                            + "directory by frontrow.embedded-postgres.data-directory.");
        }
    }

    /** What a kill has left of making a database, beside the directory. */
    private void removeHalfMade() throws IOException {
        var prefix = path.getFileName() + ".new-";
        try (var siblings = Files.list(parent)) {
            for (var sibling : siblings.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .toList()) {
                try {
                    FileSystemUtils.deleteRecursively(sibling);
                } catch (IOException | UncheckedIOException stillWritten) {
                    LOG.debug("Left for the next start: {}", sibling, stillWritten);
                }
            }
        }
    }

    /** Somebody has deleted the password: sets a new one, while no server runs on the directory. */
    private String replacePassword(Path file) throws IOException {
        LOG.info("The password in {} is gone, setting a new one", file);
        var password = newPassword();
        var result = postgres.run(
                "postgres",
                "alter user " + EmbeddedPostgres.USER + " password '" + password + "'\n",
                "--single",
                "-D",
                path.toString(),
                EmbeddedPostgres.DATABASE);
        if (result.failed()) {
            throw new EmbeddedPostgresUnusable(
                    "The password of the embedded database is gone and can't be set anew: " + result.output(),
                    "Put the file " + file + " back.");
        }
        writeSecret(file, password);
        return password;
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone)) {
                channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            }
        } else {
            Files.writeString(file, secret, StandardOpenOption.CREATE_NEW);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    /** Makes a rename outlive a power failure, where directories can be forced to the disk. */
    private static void force(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            LOG.debug("Not forced to the disk: {}", directory, notOnThisSystem);
        }
    }

    /** Where the server writes what it has to say. */
    Path log() {
        return path.resolveSibling(path.getFileName() + ".log");
    }
}
