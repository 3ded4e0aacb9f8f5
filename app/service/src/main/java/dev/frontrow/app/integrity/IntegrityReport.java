package dev.frontrow.app.integrity;

import java.time.Instant;
import java.util.List;

/** What {@code GET /admin/integrity} answers. {@code ok} when no invariant is violated. */
record IntegrityReport(Instant checkedAt, boolean ok, List<Invariant> invariants) {

    static IntegrityReport of(Instant checkedAt, List<Invariant> invariants) {
        return new IntegrityReport(
                checkedAt, invariants.stream().allMatch(invariant -> invariant.violations() == 0), invariants);
    }

    /** One promise of the service, and how often it is broken. */
    record Invariant(String name, String description, long violations) {}
}
