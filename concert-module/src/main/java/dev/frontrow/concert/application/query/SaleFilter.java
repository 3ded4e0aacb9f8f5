package dev.frontrow.concert.application.query;

import dev.frontrow.concert.domain.SaleStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which schedules a list of concerts is about. */
public enum SaleFilter {
    /** Those whose seats can be reserved now. */
    OPEN(SaleStatus.OPEN),
    /** Those whose sale has not opened yet. */
    UPCOMING(SaleStatus.UPCOMING),
    /** All, those that are over included. */
    ALL(null);

    private final Optional<SaleStatus> status;

    SaleFilter(@Nullable SaleStatus status) {
        this.status = Optional.ofNullable(status);
    }

    /** The one status that matches; nothing where each one does. */
    public Optional<SaleStatus> status() {
        return status;
    }
}
