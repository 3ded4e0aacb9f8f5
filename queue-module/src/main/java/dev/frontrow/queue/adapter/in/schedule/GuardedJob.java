package dev.frontrow.queue.adapter.in.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * A job that comes again whatever happened the last time. Says once, in a line, that it fails, and once that it works
 * again. Never run by two threads at once.
 */
final class GuardedJob implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(GuardedJob.class);

    private final String name;
    private final Runnable job;
    private volatile boolean failing;

    GuardedJob(String name, Runnable job) {
        this.name = name;
        this.job = job;
    }

    @Override
    public void run() {
        try {
            job.run();
            if (failing) {
                failing = false;
                log.info("{} works again", name);
            }
        } catch (RuntimeException failure) {
            if (failing) {
                log.debug("{} still fails", name, failure);
            } else {
                failing = true;
                log.warn("{} fails, and is tried again: {}", name, line(failure));
            }
        }
    }

    /** The failure's cause in a line, without the statement that Spring puts before it. */
    private static String line(RuntimeException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.toString().lines().findFirst().orElse("");
    }
}
