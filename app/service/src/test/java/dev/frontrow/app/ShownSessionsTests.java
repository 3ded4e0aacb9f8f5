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

/** What the pages show works, to the letter: the very commands are run against a started service. */
@WholeService
class ShownSessionsTests {

    private static final Pattern BLOCK = Pattern.compile("```sh session\\n(.*?)```", Pattern.DOTALL);

    private final int port;

    ShownSessionsTests(@LocalServerPort int port) {
        this.port = port;
    }

    @TempDir
    Path directory;

    @Test
    void buyATicket() throws IOException, InterruptedException {
        assertThat(printedBy("README.md"))
                .contains("\"insufficient-points\"")
                .contains("\"seat-taken\"")
                .contains("\"status\":\"PAID\"")
                .contains("\"status\":\"CONFIRMED\"");
    }

    @Test
    void sellAnEvening() throws IOException, InterruptedException {
        assertThat(printedBy("docs/guides/selling.md"))
                .contains("\"concert-not-found\"")
                .contains("\"precondition-failed\"")
                .contains("\"title\":\"Harbour Lights, by Candle\"")
                .contains("\"name\":\"Circle\",\"price\":45000")
                .contains("\"complimentary\":true")
                .contains("\"seats\":{\"available\":20,\"held\":0,")
                .contains("\"status\":\"PAID\"")
                .contains(
                        "\"sold\":2,\"complimentary\":2,\"held\":0,\"blocked\":0,\"available\":8,\"revenue\":160000,\"refunded\":0")
                .contains(
                        "ticketId,reservationId,userId,section,row,number,seatLabel,price,status,complimentary,paidAt")
                .containsPattern("the-press,Stalls,1,1,Stalls-1-1,0,PAID,true,")
                .containsPattern("kim-[^,]*,Stalls,2,2,Stalls-2-2,80000,PAID,false,")
                .contains("\"name\":\"Garden\",\"price\":0")
                .contains("\"status\":\"OFFERED\"")
                .contains("\"status\":\"DONE\",\"refundsTotal\":2,\"refundsDone\":2,\"pointsReturned\":160000")
                .contains("{\"balance\":340000}");
    }

    /** What the commands of a page print, none of which fails. */
    private String printedBy(String page) throws IOException, InterruptedException {
        var text = Files.readString(Project.root().resolve(page));
        var commands =
                BLOCK.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining());
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
        return printed;
    }
}
