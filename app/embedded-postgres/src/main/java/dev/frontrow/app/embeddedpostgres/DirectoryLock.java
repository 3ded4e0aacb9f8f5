package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second service off a data directory. The operating system holds the lock for as long as the process lives, so a
 * kill frees it.
 */
record DirectoryLock(FileChannel channel) implements AutoCloseable {

    /** Takes the lock of {@code directory}, or refuses at once if another service has it. */
    static DirectoryLock of(Path directory) throws IOException {
        var file = directory.resolveSibling(directory.getFileName() + ".lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new EmbeddedPostgresUnusable(
                    "The data directory " + directory + " is in use by another running service (process "
                            + Files.readString(file) + ").",
                    "Stop that one, or give this one a directory of its own by "
                            + "frontrow.embedded-postgres.data-directory. For several instances on the same data, "
                            + "name one database for all of them by spring.datasource.url.");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return new DirectoryLock(channel);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ourOwn) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
