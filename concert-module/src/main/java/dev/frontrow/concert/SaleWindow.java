package dev.frontrow.concert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when (included) until when (not included) seats can be reserved. */
public record SaleWindow(Instant opensAt, Instant closesAt) {

    public SaleWindow {
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("a sale must open before it closes: " + opensAt + " to " + closesAt);
        }
    }

    /** Whether the sale is open at that instant. */
    public boolean isOpen(Instant at) {
        return !at.isBefore(opensAt) && at.isBefore(closesAt);
    }

    /** When a sale closes that was cancelled at that instant, if at any: then, where it was still to close. */
    public Instant closesAt(@Nullable Instant cancelledAt) {
        return cancelledAt != null && cancelledAt.isBefore(closesAt) ? cancelledAt : closesAt;
    }
}
