package dev.frontrow.app.integrity;

import dev.frontrow.app.integrity.IntegrityReport.Counted;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Invariant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts the violations of every invariant, from one consistent snapshot. The invariants are the modules' own; one that spans
 * two modules streams and compares both sides, so the report needs no memory to speak of however much there is.
 */
@Service
class CheckIntegrity {

    private final List<Invariant> invariants;
    private final JdbcClient jdbc;
    private final ConsistentReading consistently;

    CheckIntegrity(List<Invariant> invariants, JdbcClient jdbc, ConsistentReading consistently) {
        this.invariants = List.copyOf(invariants);
        this.jdbc = jdbc;
        this.consistently = consistently;
    }

    IntegrityReport check() {
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
