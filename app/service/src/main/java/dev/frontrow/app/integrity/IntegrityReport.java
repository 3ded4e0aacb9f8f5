package dev.frontrow.app.integrity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What {@code GET /admin/integrity} answers. {@code ok} when no invariant is violated. */
record IntegrityReport(Instant checkedAt, boolean ok, List<Counted> invariants) {

    static IntegrityReport of(Instant checkedAt, List<Counted> invariants) {
        return new IntegrityReport(
                checkedAt, invariants.stream().allMatch(invariant -> invariant.violations() == 0), invariants);
    }

    /** One promise of the service, and how often it is broken. */
    @Schema(name = "Invariant")
    record Counted(String name, String description, long violations) {}
}
