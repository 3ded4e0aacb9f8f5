package dev.frontrow.queue.adapter.in.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class GuardedJobTests {

    @Test
    void saysOnceThatItFailsAndOnceThatItWorksAgain(CapturedOutput output) {
        var runs = new AtomicInteger();
        var job = new GuardedJob("Counting", () -> {
            if (runs.incrementAndGet() < 4) {
                throw new DataAccessResourceFailureException("the database is away");
            }
        });

        for (int i = 0; i < 5; i++) {
            job.run();
        }

        assertThat(runs).hasValue(5);
        assertThat(output.getOut()).containsOnlyOnce("the database is away").containsOnlyOnce("Counting works again");
        assertThat(output.getOut()).doesNotContain("\tat ");
    }
}
