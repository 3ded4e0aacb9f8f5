package dev.frontrow.app.embeddedpostgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second service off a data directory. The operating system holds the lock for as long as the process lives, so a
 * kill frees it.
 */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of {@code directory}, or refuses at once if another service has it. */
    static DirectoryLock of(Path directory) throws IOException {
        var file = directory.resolveSibling(directory.getFileName() + ".lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new EmbeddedPostgresUnusable(
                    "The data directory " + directory + " is in use by another running service (process " + owner(file)
                            + ").",
                    "Stop that one, or give this one a directory of its own by "
                            + "frontrow.embedded-postgres.data-directory. For several instances on the same data, "
                            + "name one database for all of them by spring.datasource.url.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
        return new DirectoryLock(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        @Nullable Object lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ourOwn) {
            return false;
        }
        return lock != null;
    }

    private static String owner(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "unknown";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
