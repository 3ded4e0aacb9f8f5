package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.reservation.application.port.in.ReserveSeats;
import dev.frontrow.reservation.application.port.out.Reservations;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Reserving, around the transaction: an idempotency key is looked up before it, and once more after a refusal, when a twin
 * may have committed meanwhile.
 */
@Service
class ReserveSeatsService implements ReserveSeats {

    private final ConcertSales sales;
    private final Reservations reservations;
    private final SeatHolding holding;

    ReserveSeatsService(ConcertSales sales, Reservations reservations, SeatHolding holding) {
        this.sales = sales;
        this.reservations = reservations;
        this.holding = holding;
    }

    @Override
    public Reserved reserve(Wish wish) {
        var earlier = replayOf(wish);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            var sale = sales.ofSchedule(wish.scheduleId()).orElseThrow(ScheduleNotFound::new);
            return holding.hold(wish, sale)
                    .map(reservation -> new Reserved(reservation, false))
                    .or(() -> replayOf(wish))
                    .orElseThrow(() -> new IllegalStateException("a key is used, but by no reservation"));
        } catch (RuntimeException refused) { // ours, the line's, or payment's
            return replayOf(wish).orElseThrow(() -> refused);
        }
    }

    private Optional<Reserved> replayOf(Wish wish) {
        var key = wish.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        return reservations.madeWith(key, wish.userId()).map(earlier -> {
            if (!earlier.isOf(wish.scheduleId(), wish.seatIds())) {
                throw new IdempotencyKeyReused("The idempotency key belongs to an earlier reservation of other seats.");
            }
            return new Reserved(earlier.asMade(), true);
        });
    }
}
