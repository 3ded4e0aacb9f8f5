package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.queue.Admissions.Pass;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Wish;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.application.port.out.NewReservations.UsedKey;
import java.util.Optional;

/**
 * A wish, and what the schedule is sold as.
 *
 * @param sale nothing where there is no such schedule
 */
record AskedSeats(Wish wish, Optional<ScheduleSale> sale) {

    Buyer buyer() {
        return new Buyer(wish.userId(), wish.scheduleId());
    }

    /** What to show at the line; nothing where there is none to stand in. */
    Optional<Pass> pass() {
        return sale.map(known -> new Pass(wish.queueToken(), wish.userId(), known.concertId()));
    }

    Optional<UsedKey> key() {
        return Optional.ofNullable(wish.idempotencyKey()).map(key -> new UsedKey(wish.userId(), key));
    }
}
