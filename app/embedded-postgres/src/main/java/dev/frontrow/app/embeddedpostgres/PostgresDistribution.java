package dev.frontrow.app.embeddedpostgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path into a directory that is named after their content. Unpacked whole
 * or not at all; what a kill leaves half-made is not used.
 */
final class PostgresDistribution {

    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(2);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path home;
    private final String majorVersion;

    private PostgresDistribution(Path home, String majorVersion) {
        this.home = home;
        this.majorVersion = majorVersion;
    }

    /**
     * The programs for this machine, unpacked below {@code directory} unless they are there already.
     *
     * @param user names who unpacks, one at a time under this name; others may unpack the same beside it
     */
    static PostgresDistribution in(Path directory, String user) throws IOException {
        var archive = archive();
        var home = directory.resolve("PG-" + digest(archive));
        var half = directory.resolve(home.getFileName() + ".new-" + user);
        FileSystemUtils.deleteRecursively(half);
        var version = versionOf(home);
        if (version.isEmpty()) {
            unpack(archive, half, home);
            version = versionOf(home);
        }
        return new PostgresDistribution(
                home,
                version.orElseThrow(() -> new EmbeddedPostgresUnusable(
                        "PostgreSQL's programs in " + home + " don't run on this machine.",
                        "Name a database by spring.datasource.url instead.")));
    }

    String majorVersion() {
        return majorVersion;
    }

    /** A program to be started with {@code arguments}, as a user that PostgreSQL accepts and in a clean environment. */
    ProcessBuilder program(String name, List<String> arguments) {
        return program(home, name, arguments);
    }

    /** Runs a program to its end and answers its exit code and output. Bounded by two minutes. */
    Result run(String name, String input, String... arguments) throws IOException {
        return run(program(name, Arrays.asList(arguments)), input);
    }

    private static Result run(ProcessBuilder program, String input) throws IOException {
        var process = program.redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        } catch (IOException closedItsInput) {
            // What it says and its exit code tell more.
        }
        var watch = process.onExit().orTimeout(COMMAND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        watch.exceptionally(_ -> {
            process.destroyForcibly();
            return process;
        });
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.onExit().join().exitValue(), output.strip());
    }

    private static ProcessBuilder program(Path home, String name, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static Optional<String> versionOf(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try {
            var version = VERSION.matcher(
                    run(program(home, "postgres", List.of("--version")), "").output());
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException notRunnable) {
            return Optional.empty();
        }
    }

    private static byte[] archive() throws IOException {
        var name = System.getProperty("os.name", "");
        var system = WINDOWS ? "Windows" : name.startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch", "");
        try (var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, "amd64".equals(machine) ? "x86_64" : machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new EmbeddedPostgresUnusable(
                    "There is no embedded PostgreSQL for " + name + " on " + machine + ".",
                    "Name a database by spring.datasource.url instead.",
                    missing);
        }
    }

    private static String digest(byte[] archive) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(byte[] archive, Path half, Path home) throws IOException {
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(half);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = half.resolve(entry.getName()).normalize();
                if (!file.startsWith(half)) {
                    throw new IOException("outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(file, half.resolve(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                        throw new IOException("can't be made executable: " + file);
                    }
                }
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            FileSystemUtils.deleteRecursively(half);
            if (versionOf(home).isEmpty()) { // otherwise another service has unpacked the same beside us
                throw failed;
            }
        }
    }

    /** How a program ended. */
    record Result(int exitCode, String output) {

        boolean failed() {
            return exitCode != 0;
        }
    }
}
