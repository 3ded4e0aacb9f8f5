package dev.frontrow.concert;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schedule is not on sale at this instant, or no schedule of the concert is. */
public final class SaleNotOpen extends ConcertRefused {

    private static final long serialVersionUID = 1L;

    private final boolean ofWholeConcert;
    private final transient @Nullable Instant nextOpening;

    private SaleNotOpen(String message, boolean ofWholeConcert, @Nullable Instant nextOpening) {
        super(message);
        this.ofWholeConcert = ofWholeConcert;
        this.nextOpening = nextOpening;
    }

    /** Of one schedule. */
    public static SaleNotOpen of(ScheduleSale sale) {
        var window = sale.window();
        return new SaleNotOpen(
                "Schedule " + sale.scheduleId()
                        + (sale.isCancelled()
                                ? " is cancelled."
                                : " is on sale from " + window.opensAt() + " until " + window.closesAt() + "."),
                false,
                null);
    }

    /** Of all schedules of a concert, at that instant of the database's clock. */
    public static SaleNotOpen of(ConcertSale sale, Instant at) {
        var next = sale.nextOpening(at);
        return new SaleNotOpen(
                "No sale of concert " + sale.concertId() + " is open"
                        + next.map(opens -> "; the next one opens at " + opens + ".")
                                .orElse(", and none will open."),
                true,
                next.orElse(null));
    }

    /** Whether no schedule of a whole concert is on sale. */
    public boolean isOfWholeConcert() {
        return ofWholeConcert;
    }

    /** Of a whole concert, when the next sale opens; nothing where none will. */
    public Optional<Instant> nextOpening() {
        return Optional.ofNullable(nextOpening);
    }
}
