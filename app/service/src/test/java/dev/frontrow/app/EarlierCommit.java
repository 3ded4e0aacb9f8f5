package dev.frontrow.app;

import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The service as it was at an earlier commit of this repository, built beside this one. */
public final class EarlierCommit {

    private EarlierCommit() {}

    /**
     * Its sources, with the jar that Maven makes of them; built if that has not been done yet.
     *
     * @param directory where it is kept, below its commit
     * @param module what makes the jar
     * @param jar where that is, from the sources on
     * @throws IOException if it can't be built here
     */
    public static Path built(String commit, Path directory, String module, String jar) throws IOException {
        var sources = directory.resolve(commit).toAbsolutePath();
        if (!Files.exists(sources)) {
            Files.createDirectories(directory);
            run(directory, "git", "worktree", "prune");
            run(directory, "git", "worktree", "add", "--detach", sources.toString(), commit);
        }
        if (!Files.exists(sources.resolve(jar))) {
            run(directory, "./mvnw", "-q", "-f", sources.toString(), "-DskipTests", "-pl", module, "-am", "package");
        }
        return sources;
    }

    private static void run(Path directory, String... command) throws IOException {
        var said = directory.resolve("build.log");
        try {
            var status = new ProcessBuilder(command)
                    .directory(Project.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + status + ", see " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command[0]);
        }
    }
}
