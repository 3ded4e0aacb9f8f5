package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.architecture.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README shows works, to the letter: the very commands are run against a started service. */
@WholeService
class ReadmeTests {

    private static final Pattern BLOCK = Pattern.compile("```sh session\\n(.*?)```", Pattern.DOTALL);

    private final int port;

    ReadmeTests(@LocalServerPort int port) {
        this.port = port;
    }

    @TempDir
    Path directory;

    @Test
    void showsASessionThatWorks() throws IOException, InterruptedException {
        var readme = Files.readString(Project.root().resolve("README.md"));
        var commands =
                BLOCK.matcher(readme).results().map(block -> block.group(1)).collect(Collectors.joining());
        assertThat(commands).contains("localhost:8080");
        var script = directory.resolve("session.sh");
        Files.writeString(script, "set -eu\n" + commands.replace("localhost:8080", "127.0.0.1:" + port));
        var output = directory.resolve("output.txt");

        var session = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(session.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var printed = Files.readString(output);
        assertThat(session.exitValue()).as(printed).isZero();
        assertThat(printed)
                .contains("\"insufficient-points\"")
                .contains("\"seat-taken\"")
                .containsPattern("\"status\":\"PAID\"")
                .containsPattern("\"status\":\"CONFIRMED\"");
    }
}
