package dev.frontrow.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

@ExtendWith(OutputCaptureExtension.class)
class RepeatedJobsTests {

    private static final Duration INTERVAL = Duration.ofMillis(1);

    private final RepeatedJobs jobs = new RepeatedJobs();

    interface Way {
        void schedule(TaskScheduler jobs, Runnable job);
    }

    static Stream<Way> ways() {
        return Stream.of(
                (jobs, job) -> jobs.schedule(job, new PeriodicTrigger(INTERVAL)),
                (jobs, job) -> jobs.scheduleAtFixedRate(job, INTERVAL),
                (jobs, job) -> jobs.scheduleAtFixedRate(job, Instant.EPOCH, INTERVAL),
                (jobs, job) -> jobs.scheduleWithFixedDelay(job, INTERVAL),
                (jobs, job) -> jobs.scheduleWithFixedDelay(job, Instant.EPOCH, INTERVAL));
    }

    @BeforeEach
    void start() {
        jobs.initialize();
    }

    @AfterEach
    void stop() {
        jobs.shutdown();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void sayOnceThatOneFailsAndOnceThatItWorksAgain(Way way, CapturedOutput output) throws InterruptedException {
        var counting = new Counting();

        way.schedule(jobs, counting);

        assertThat(counting.runs.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(output.getOut()).containsOnlyOnce("the database is away").containsOnlyOnce("Counting works again");
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    /** Fails three times, and then works. */
    private static final class Counting implements Runnable {

        private final CountDownLatch runs = new CountDownLatch(5);

        @Override
        public void run() {
            runs.countDown();
            if (runs.getCount() > 1) {
                throw new DataAccessResourceFailureException("the database is away");
            }
        }

        @Override
        public String toString() {
            return "Counting";
        }
    }
}
