package dev.frontrow.concert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When the schedules of a concert are on sale: one window a schedule, in no particular order, at least one. */
public record ConcertSale(ConcertId concertId, List<SaleWindow> windows) {

    public ConcertSale {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("concert " + concertId + " has no schedule");
        }
    }

    /** When the next sale opens after that instant, if another one does. */
    public Optional<Instant> nextOpening(Instant at) {
        return windows.stream().map(SaleWindow::opensAt).filter(at::isBefore).min(Comparator.naturalOrder());
    }

    /** When the last sale closes. From then on nobody needs a place in the line. */
    public Instant lastClosing() {
        return windows.stream()
                .map(SaleWindow::closesAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
