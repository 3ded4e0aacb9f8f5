package dev.frontrow.app.integrity;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.frontrow.app.integrity.IntegrityReport.Counted;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Invariant;
import dev.frontrow.edge.Reading;
import dev.frontrow.edge.SharedReadings;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts the violations of every invariant, from one consistent snapshot. The invariants are the modules' own; one that spans
 * two modules streams and compares both sides, so the report needs no memory to speak of however much there is.
 *
 * <p>It reads all there is, so one check at a time is under way: whoever asks meanwhile gets its report.
 */
@Service
class CheckIntegrity {

    /** For the check that is under way; a larger database is checked for longer, and by fewer. */
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);

    private static final String EVERYTHING = "everything";

    private final SharedReadings<String, IntegrityReport> reports =
            new SharedReadings<>(1, _ -> 0, Ticker.systemTicker(), WAIT_MAX);
    private final List<Invariant> invariants;
    private final JdbcClient jdbc;
    private final ConsistentReading consistently;

    CheckIntegrity(List<Invariant> invariants, JdbcClient jdbc, ConsistentReading consistently) {
        this.invariants = List.copyOf(invariants);
        this.jdbc = jdbc;
        this.consistently = consistently;
    }

    /** The report of the check that is under way, or of a new one. */
    IntegrityReport check() {
        return reports.get(EVERYTHING, _ -> new Reading<>(count(), Duration.ZERO));
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
