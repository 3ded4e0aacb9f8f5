package dev.frontrow.edge.problem;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells the log of requests that could not be answered: of the first at once, of those after it by a line an interval that
 * counts them, and when there have been none for some intervals. While the database is away there are thousands a second, and
 * a line for each would fill the disk.
 *
 * <p>For any number of threads. Nothing runs while all requests are answered.
 */
final class UnansweredRequests {

    private static final Logger log = LoggerFactory.getLogger(UnansweredRequests.class);

    private static final int QUIET_INTERVALS = 3;

    private final Executor later;
    private long all;
    private long untold;
    private String last = "";
    private int quiet;

    UnansweredRequests(Duration interval) {
        this.later = CompletableFuture.delayedExecutor(
                interval.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    synchronized void add(Throwable failure) {
        all++;
        if (all == 1) {
            log.warn("A request could not be answered: {}", line(failure));
            later.execute(this::tell);
        } else {
            untold++;
            last = line(failure);
        }
    }

    private synchronized void tell() {
        if (untold > 0) {
            log.warn("{} more requests could not be answered, the last one: {}", untold, last);
            untold = 0;
            quiet = 0;
        } else {
            quiet++;
        }
        if (quiet < QUIET_INTERVALS) {
            later.execute(this::tell);
        } else {
            log.info("Requests are answered again; {} were not", all);
            all = 0;
            quiet = 0;
        }
    }

    /** The failure's cause in a line, without the statement that Spring puts before it. */
    private static String line(Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause.toString().lines().findFirst().orElse("");
    }
}
