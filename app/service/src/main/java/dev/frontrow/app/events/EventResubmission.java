package dev.frontrow.app.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/**
 * Delivers what was published and not concluded: after a crash, when a listener threw, when no thread was free.
 *
 * <p>May run on every instance; a lock in the database lets one at a time pick publications, in one short transaction,
 * bounded by a batch. Listeners run on {@link DeliveryThreads} as soon as that transaction has released
 * their rows. A publication may still be delivered twice: listeners are idempotent. One that failed too often is parked.
 */
@Component
class EventResubmission {

    private static final Logger log = LoggerFactory.getLogger(EventResubmission.class);
    private static final Duration RETRY_DELAY_MAX = Duration.ofMinutes(5);
    private static final int FAILED_READ_MAX = 10_000;

    private final EventPublications publications;
    private final FailedEventPublications failed;
    private final EventProperties properties;
    private final DeliveryThreads threads;
    private final TransactionTemplate transaction;

    private volatile EventPublications.Backlog backlog = new EventPublications.Backlog(0, 0);

    EventResubmission(
            EventPublications publications,
            FailedEventPublications failed,
            EventProperties properties,
            DeliveryThreads threads,
            TransactionTemplate transaction,
            MeterRegistry metrics) {
        this.publications = publications;
        this.failed = failed;
        this.properties = properties;
        this.threads = threads;
        this.transaction = transaction;
        Gauge.builder("frontrow.events.incomplete", () -> backlog.incomplete())
                .description("Event publications that are not delivered yet")
                .register(metrics);
        Gauge.builder("frontrow.events.parked", () -> backlog.parked())
                .description("Event publications that failed too often and wait for an admin")
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "${frontrow.events.resubmission-interval:1s}")
    void run() {
        transaction.executeWithoutResult(status -> resubmit());
        backlog = publications.backlog();
    }

    private void resubmit() {
        if (!publications.tryLock()) {
            return;
        }
        publications.failStale(properties.staleAfter());
        var parked = publications.park(properties.attemptsMax());
        if (parked > 0) {
            log.error("{} event publications failed too often and are parked, see /api/v1/admin/parked-events", parked);
        }
        // What finds no thread now would be dropped, and be counted as tried.
        var batchSize = Math.min(properties.resubmissionBatch(), threads.free());
        if (batchSize == 0) {
            return;
        }
        var due = publications.due(properties.retryDelay(), RETRY_DELAY_MAX, batchSize);
        if (due.isEmpty()) {
            return;
        }
        var read = new HashSet<UUID>();
        var readable = new HashSet<UUID>();
        failed.resubmit(
                ResubmissionOptions.defaults().withBatchSize(FAILED_READ_MAX).withFilter(publication -> {
                    var id = publication.getIdentifier();
                    read.add(id);
                    return due.contains(id) && isReadable(publication) && readable.add(id);
                }));
        // Modulith passes by what is of a class that is gone; that one counts as tried too, or it would stay for ever.
        var unreadable = new HashSet<>(due);
        unreadable.removeAll(readable);
        unreadable.removeIf(id -> read.size() == FAILED_READ_MAX && !read.contains(id));
        publications.countUnreadable(unreadable);
    }

    /** One publication that can't be read, of a class that was changed or went away, must not stop the others. */
    private static boolean isReadable(EventPublication publication) {
        try {
            return publication.getEvent() != null;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            log.warn("Event publication {} can't be read: {}", publication.getIdentifier(), unreadable.getMessage());
            return false;
        }
    }
}
