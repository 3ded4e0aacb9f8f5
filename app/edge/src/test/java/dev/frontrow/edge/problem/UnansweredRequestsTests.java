package dev.frontrow.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

@ExtendWith(OutputCaptureExtension.class)
class UnansweredRequestsTests {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Pattern COUNTED = Pattern.compile("(\\d+) more requests could not be answered");

    private final UnansweredRequests unanswered = new UnansweredRequests(INTERVAL);

    @Test
    void tellsOfThousandsInALineAnIntervalAndMissesNone(CapturedOutput log) {
        var began = System.nanoTime();
        for (var i = 0; i < 10_000; i++) {
            unanswered.add(
                    new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException("none " + i)));
        }
        var intervals = (System.nanoTime() - began) / INTERVAL.toNanos();

        await().until(() -> log.getOut().contains("Requests are answered again; 10000 were not"));
        assertThat(log.getOut().lines().filter(line -> line.contains("WARN"))).hasSizeBetween(2, (int) intervals + 3);
        assertThat(COUNTED.matcher(log.getOut())
                        .results()
                        .mapToInt(count -> Integer.parseInt(count.group(1)))
                        .sum())
                .isEqualTo(9_999);
    }

    @Test
    void tellsOfTheFirstAtOnceByItsCauseAlone(CapturedOutput log) {
        unanswered.add(new UncategorizedSQLException(
                "task", "select from a.table", new SQLTransientConnectionException("the database is away\nand more")));

        assertThat(log.getOut())
                .contains(
                        "A request could not be answered: java.sql.SQLTransientConnectionException: the database is away")
                .doesNotContain("select from", "and more");
        await().until(() -> log.getOut().contains("Requests are answered again; 1 were not"));
    }

    @Test
    void beginsAnewWhenItWasOver(CapturedOutput log) {
        unanswered.add(new IllegalStateException("the first time"));
        await().until(() -> log.getOut().contains("answered again"));

        unanswered.add(new IllegalStateException("the second time"));

        assertThat(log.getOut())
                .contains("A request could not be answered: java.lang.IllegalStateException: the second time");
    }
}
