package dev.frontrow.app.integrity;

import dev.frontrow.app.integrity.IntegrityReport.Counted;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts the violations of every invariant, from one consistent snapshot. The invariants are the modules' own; one that spans
 * two modules streams and compares both sides, so the report needs no memory to speak of however much there is.
 *
 * <p>It reads all there is, so one check at a time is under way. All who ask meanwhile share the report of the next one: nobody
 * gets one of a time before they asked.
 */
@Service
class CheckIntegrity {

    /** For the check that is under way; a larger database is checked for longer, and by fewer. */
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private final Lock checking = new ReentrantLock();

    /** Counts the checks that were begun. */
    private final AtomicLong begun = new AtomicLong();

    /** What came of the last one, a failure too; only whoever checks changes it. */
    private @Nullable Supplier<IntegrityReport> last;

    private final List<Invariant> invariants;
    private final JdbcClient jdbc;
    private final ConsistentReading consistently;

    CheckIntegrity(List<Invariant> invariants, JdbcClient jdbc, ConsistentReading consistently) {
        this.invariants = List.copyOf(invariants);
        this.jdbc = jdbc;
        this.consistently = consistently;
    }

    /**
     * The report of a check that began after this was asked.
     *
     * @throws TransientDataAccessResourceException if the one under way takes too long
     */
    IntegrityReport check() {
        long before = begun.get();
        awaitTurn();
        try {
            if (last == null || begun.get() == before) {
                begun.incrementAndGet();
                last = checked();
            }
            return last.get();
        } finally {
            checking.unlock();
        }
    }

    private Supplier<IntegrityReport> checked() {
        try {
            var report = count();
            return () -> report;
        } catch (RuntimeException failure) {
            return () -> {
                throw failure;
            };
        }
    }

    private void awaitTurn() {
        try {
            if (!checking.tryLock(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientDataAccessResourceException("another check takes longer than " + WAIT_MAX);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException(
                    "interrupted while another check was under way", interrupted);
        }
    }

    private IntegrityReport count() {
        return consistently.read(() -> {
            var at = jdbc.sql("select transaction_timestamp() as at")
                    .query((row, n) -> DatabaseTime.instant(row, "at"))
                    .single();
            return IntegrityReport.of(
                    at,
                    invariants.stream()
                            .map(invariant -> new Counted(
                                    invariant.name(),
                                    invariant.description(),
                                    invariant.violations().getAsLong()))
                            .toList());
        });
    }
}
