package dev.frontrow.reservation.application;

import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.queue.Admission;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Reserved;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.application.port.out.NewReservations.NewReservation;
import dev.frontrow.reservation.application.port.out.NewReservations.UsedKey;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationRefused;
import dev.frontrow.reservation.domain.SeatClaims;
import dev.frontrow.reservation.domain.SeatLimit;
import dev.frontrow.reservation.domain.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who gets which seats, one wish after another, on what was read under the locks; each decision is seen by those
 * after it. In the order in which refusals win: a key's earlier reservation, the line's refusal, the sale, the limit, the
 * seats.
 */
class SeatGranting {

    private final Map<ScheduleId, ScheduleSale> sales;
    private final Duration holdTtl;
    private final Map<UsedKey, Reservation> made;
    private final Map<Buyer, Integer> liveSeats;
    private final SeatClaims claims;
    private final Optional<Instant> lockedAt;
    private final List<NewReservation> reservations = new ArrayList<>();
    private final List<PaymentOpening> payments = new ArrayList<>();

    /**
     * @param sales what the schedules are sold as now; nothing of those that are not there any more
     * @param lockedAt the database's clock since all that is decided upon is locked, if any seat is
     */
    SeatGranting(
            Map<ScheduleId, ScheduleSale> sales,
            Duration holdTtl,
            Map<UsedKey, Reservation> made,
            Map<Buyer, Integer> liveSeats,
            SeatClaims claims,
            Optional<Instant> lockedAt) {
        this.sales = Map.copyOf(sales);
        this.holdTtl = holdTtl;
        this.made = new HashMap<>(made);
        this.liveSeats = new HashMap<>(liveSeats);
        this.claims = claims;
        this.lockedAt = lockedAt;
    }

    Outcome<Reserved> decide(AskedSeats asked, Outcome<Admission> admitted) {
        var earlier = asked.key().map(made::get);
        if (earlier.isPresent()) {
            return replay(asked, earlier.get());
        }
        var sale = sales.get(asked.wish().scheduleId());
        if (sale == null) {
            return new Refused<>(new ScheduleNotFound());
        }
        return admitted.then(admission -> sale.isOpen(at(admission))
                ? Outcome.of(ReservationRefused.class, () -> new Reserved(grant(asked, sale, admission), false))
                : new Refused<>(SaleNotOpen.of(sale)));
    }

    private static Outcome<Reserved> replay(AskedSeats asked, Reservation earlier) {
        return earlier.isOf(asked.wish().scheduleId(), asked.wish().seatIds())
                ? new Done<>(new Reserved(earlier.asMade(), true))
                : new Refused<>(new IdempotencyKeyReused(
                        "The idempotency key belongs to an earlier reservation of other seats."));
    }

    private Reservation grant(AskedSeats asked, ScheduleSale sale, Admission admission) {
        var wish = asked.wish();
        var live = liveSeats.getOrDefault(asked.buyer(), 0);
        new SeatLimit(sale.seatsPerUserMax()).check(live, wish.seatIds().size());
        var tickets = claims.claim(wish.scheduleId(), wish.seatIds());
        liveSeats.put(asked.buyer(), live + tickets.size());
        var reservation = reservation(asked, sale, admission, tickets);
        asked.key().ifPresent(key -> made.put(key, reservation));
        reservations.add(new NewReservation(reservation, wish.idempotencyKey()));
        payments.add(new PaymentOpening(reservation.due(), reservation.holdExpiresAt(), admission.reference()));
        return reservation;
    }

    private Reservation reservation(AskedSeats asked, ScheduleSale sale, Admission admission, List<Ticket> tickets) {
        return Reservation.made(
                ReservationId.generate(),
                asked.wish().userId(),
                sale,
                at(admission),
                at(admission).plus(holdTtl),
                PaymentId.generate(),
                false,
                Optional.empty(),
                tickets);
    }

    /** The place in line was looked at before holds and seats were waited for. */
    private Instant at(Admission admission) {
        return lockedAt.filter(admission.at()::isBefore).orElse(admission.at());
    }

    /** What was granted, in the order in which it was. */
    List<NewReservation> reservations() {
        return reservations;
    }

    /** A payment for each of them. */
    List<PaymentOpening> payments() {
        return payments;
    }
}
