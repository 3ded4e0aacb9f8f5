package dev.frontrow.reservation.application;

import static java.util.stream.Collectors.toSet;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import dev.frontrow.reservation.application.port.out.LiveSeats;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.application.port.out.NewReservations;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.port.out.Shows;
import dev.frontrow.reservation.application.port.out.WaitingEntries;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.FreeSeats;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatClaims;
import dev.frontrow.reservation.domain.SeatLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers seats in one transaction, which has locked the list: nobody joins, leaves or changes the sale meanwhile, and no other
 * instance offers. The show is kept; then entries, holds that may still be paid, and the chosen seats are locked, in the lock order.
 */
@Service
class OfferSeatsService implements OfferSeats {

    private static final int LISTS_MAX = 200;
    private static final int BATCH_SIZE_MAX = 200;

    /** So that many instances together look about as often as one. */
    private static final Duration UNSEEN = Duration.ofMillis(500);

    private final ConcertSales sales;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final Shows shows;
    private final LiveSeats liveSeats;
    private final Seats seats;
    private final NewReservations reservations;
    private final ReservationPayments payments;
    private final ReservationCounts counts;
    private final ReservationProperties properties;

    OfferSeatsService(
            ConcertSales sales,
            WaitingLists lists,
            WaitingEntries entries,
            Shows shows,
            LiveSeats liveSeats,
            Seats seats,
            NewReservations reservations,
            ReservationPayments payments,
            ReservationCounts counts,
            ReservationProperties properties) {
        this.sales = sales;
        this.lists = lists;
        this.entries = entries;
        this.shows = shows;
        this.liveSeats = liveSeats;
        this.seats = seats;
        this.reservations = reservations;
        this.payments = payments;
        this.counts = counts;
        this.properties = properties;
    }

    @Override
    public List<ScheduleId> due() {
        return lists.due(UNSEEN, LISTS_MAX);
    }

    @Override
    @Transactional
    public Turn offer(ScheduleId scheduleId, Turn last) {
        var locked = lists.lockDue(scheduleId, UNSEEN);
        if (locked.isEmpty()) {
            return Turn.LAST;
        }
        var turn = offer(scheduleId, last.left(), locked.get());
        if (!turn.more()) {
            lists.lookedThrough(scheduleId);
        }
        return turn;
    }

    private Turn offer(ScheduleId scheduleId, @Nullable FreeSeats left, Instant at) {
        shows.keep(Set.of(scheduleId));
        var sale = sales.current(Set.of(scheduleId)).get(scheduleId);
        if (sale == null) { // hidden: nobody can see an offer
            return Turn.LAST;
        }
        if (!sale.isOpen(at)) {
            lists.endAll(scheduleId);
            return Turn.LAST;
        }
        if (left == null) {
            var free = new FreeSeats(lists.freeSeats(scheduleId));
            return free.isAny() ? offer(sale, free, at) : Turn.LAST;
        }
        var turn = offer(sale, left, at);
        return turn.more() ? turn : Turn.FIRST; // more may have become free since it was read
    }

    private Turn offer(ScheduleSale sale, FreeSeats free, Instant at) {
        var waiting = entries.fitting(sale.scheduleId(), free.counts(), BATCH_SIZE_MAX);
        var live = liveSeats.count(waiting.stream()
                .map(entry -> new Buyer(entry.userId(), entry.scheduleId()))
                .collect(toSet()));
        var offering = new SeatOffering(sale, properties.offerTtl());
        offering.choose(waiting, free, new SeatLimit(sale.seatsPerUserMax()), live);
        var locked = seats.lock(offering.chosen());
        var isDone = offering.offer(new SeatClaims(locked.seats()), locked.at().orElse(at));
        if (!offering.ended().isEmpty()) {
            entries.end(sale.scheduleId(), offering.ended());
        }
        if (!offering.offers().isEmpty()) {
            reservations.add(offering.reservations(), List.of());
            payments.open(offering.payments());
            entries.offer(sale.scheduleId(), offering.offers());
            counts.count(ReservationStatus.PENDING_PAYMENT, offering.offers().size());
        }
        if (!isDone) { // a seat is gone
            return Turn.FIRST;
        }
        return waiting.size() == BATCH_SIZE_MAX ? new Turn(true, free) : Turn.LAST;
    }
}
