package dev.frontrow.app.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A disk of its own in memory, which can be filled to its last byte. Needs a machine that lets the tests mount one. */
final class SmallDisk implements AutoCloseable {

    private static final String FILLER = "filler";

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    static boolean isPossible() throws IOException, InterruptedException {
        var place = Files.createTempDirectory("small-disk");
        try {
            if (run(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place.toString())) != 0) {
                return false;
            }
            run(List.of("umount", place.toString()));
            return true;
        } finally {
            Files.delete(place);
        }
    }

    /** Makes one of that size there. */
    static SmallDisk at(Path place, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(place);
        if (run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString())) != 0) {
            throw new IOException("nothing can be mounted on " + place);
        }
        return new SmallDisk(place);
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    /** Takes a folder that nobody uses now; where it was, a link leads to it. */
    void take(Path folder) throws IOException, InterruptedException {
        var taken = place.resolve(folder.getFileName());
        if (run(List.of("cp", "-a", folder.toString(), taken.toString())) != 0) {
            throw new IOException(folder + " does not fit");
        }
        FileSystemUtils.deleteRecursively(folder);
        Files.createSymbolicLink(folder, taken);
    }

    /** Leaves no room. */
    void fill() throws IOException {
        try (var filler = Files.newOutputStream(place.resolve(FILLER))) {
            fill(filler, 1024 * 1024);
            fill(filler, 4 * 1024);
        }
    }

    private static void fill(OutputStream filler, int bytes) {
        try {
            while (true) {
                filler.write(new byte[bytes]);
            }
        } catch (IOException full) {
            // As it is meant to be.
        }
    }

    /** Leaves room again. */
    void makeRoom() throws IOException {
        Files.delete(place.resolve(FILLER));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(List.of("umount", "--lazy", place.toString()));
    }
}
