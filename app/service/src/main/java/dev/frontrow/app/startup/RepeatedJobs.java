package dev.frontrow.app.startup;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs the jobs of all modules. A job comes again whatever happened the last time; that it fails is said once, in a line, and
 * once that it works again.
 */
class RepeatedJobs extends ThreadPoolTaskScheduler {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(RepeatedJobs.class);

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable job, Trigger trigger) {
        return super.schedule(new Guarded(job), trigger);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable job, Instant startTime, Duration period) {
        return super.scheduleAtFixedRate(new Guarded(job), startTime, period);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable job, Duration period) {
        return super.scheduleAtFixedRate(new Guarded(job), period);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable job, Instant startTime, Duration delay) {
        return super.scheduleWithFixedDelay(new Guarded(job), startTime, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable job, Duration delay) {
        return super.scheduleWithFixedDelay(new Guarded(job), delay);
    }

    /** One job, which calls itself what its {@code toString} says. Never run by two threads at once. */
    private static final class Guarded implements Runnable {

        private final Runnable job;
        private volatile boolean failing;

        Guarded(Runnable job) {
            this.job = job;
        }

        @Override
        public void run() {
            try {
                job.run();
                if (failing) {
                    failing = false;
                    log.info("{} works again", job);
                }
            } catch (RuntimeException failure) {
                if (failing) {
                    log.debug("{} still fails", job, failure);
                } else {
                    failing = true;
                    log.warn("{} fails, and is tried again: {}", job, line(failure));
                }
            }
        }

        /** The failure's cause in a line, without the statement that Spring puts before it. */
        private static String line(RuntimeException failure) {
            var cause = NestedExceptionUtils.getMostSpecificCause(failure);
            return cause.toString().lines().findFirst().orElse("");
        }
    }
}
