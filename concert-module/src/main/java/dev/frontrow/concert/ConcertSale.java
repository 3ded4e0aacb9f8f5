package dev.frontrow.concert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When the schedules of a concert are on sale.
 *
 * @param windows one a schedule that is not cancelled, in no particular order
 * @param lastClosing when the last sale closes; from then on nobody needs a place in the line
 */
public record ConcertSale(ConcertId concertId, List<SaleWindow> windows, Instant lastClosing) {

    public ConcertSale {
        windows = List.copyOf(windows);
        if (windows.stream().map(SaleWindow::closesAt).anyMatch(lastClosing::isBefore)) {
            throw new IllegalArgumentException("concert " + concertId + " is on sale after " + lastClosing);
        }
    }

    /** Of a concert none of whose schedules is cancelled; at least one window. */
    public ConcertSale(ConcertId concertId, List<SaleWindow> windows) {
        this(
                concertId,
                windows,
                last(concertId, windows.stream().map(SaleWindow::closesAt).toList()));
    }

    /** Of a concert with these schedules, at least one. The sale of a cancelled one has closed when it was cancelled. */
    public static ConcertSale of(ConcertId concertId, List<ScheduleSale> schedules) {
        return new ConcertSale(
                concertId,
                schedules.stream()
                        .filter(schedule -> !schedule.isCancelled())
                        .map(ScheduleSale::window)
                        .toList(),
                last(concertId, schedules.stream().map(ScheduleSale::closesAt).toList()));
    }

    private static Instant last(ConcertId concertId, List<Instant> closings) {
        return closings.stream()
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("concert " + concertId + " has no schedule"));
    }

    /** When the next sale opens after that instant, if another one does. */
    public Optional<Instant> nextOpening(Instant at) {
        return windows.stream().map(SaleWindow::opensAt).filter(at::isBefore).min(Comparator.naturalOrder());
    }
}
