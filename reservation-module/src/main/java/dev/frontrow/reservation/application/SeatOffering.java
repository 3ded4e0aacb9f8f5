package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.application.port.out.NewReservations.NewReservation;
import dev.frontrow.reservation.domain.FreeSeats;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatClaims;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimit;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.Ticket;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides who of those who wait is offered which free seats, one after another in the order of joining: first what each is to
 * have, then, once these seats are locked, who gets it.
 */
class SeatOffering {

    /** Payment gives it back when an offer is paid; the line ends nobody's token then. */
    private static final String NO_PLACE_IN_LINE = "";

    private final ScheduleSale sale;
    private final Duration offerTtl;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Reservation> offers = new ArrayList<>();
    private final List<UserId> ended = new ArrayList<>();

    SeatOffering(ScheduleSale sale, Duration offerTtl) {
        this.sale = sale;
        this.offerTtl = offerTtl;
    }

    /** Chooses seats for each whose wish fits. Whoever would have too many seats with it gets none, and waits no longer. */
    void choose(Collection<WaitingEntry> waiting, FreeSeats free, SeatLimit limit, Map<Buyer, Integer> liveSeats) {
        for (var entry : waiting) {
            if (free.fit(entry.wish())) {
                var live = liveSeats.getOrDefault(new Buyer(entry.userId(), entry.scheduleId()), 0);
                turns.add(new Turn(entry, isWithin(limit, live, entry) ? free.take(entry.wish()) : Optional.empty()));
            }
        }
    }

    private static boolean isWithin(SeatLimit limit, int live, WaitingEntry entry) {
        try {
            limit.check(live, entry.wish().seats());
            return true;
        } catch (SeatLimitExceeded tooMany) {
            return false;
        }
    }

    /** All seats that were chosen. */
    SortedSet<SeatId> chosen() {
        var chosen = new TreeSet<SeatId>();
        turns.forEach(turn -> turn.seats.ifPresent(chosen::addAll));
        return chosen;
    }

    /**
     * Offers what was chosen, until a seat turns out to be gone, or the sale closed: then all others are to be thought over.
     *
     * @param at the database's clock since the seats are locked
     * @return whether all was offered
     */
    boolean offer(SeatClaims claims, Instant at) {
        if (!sale.isOpen(at)) {
            return false;
        }
        for (var turn : turns) {
            try {
                turn.seats.ifPresentOrElse(
                        seats -> offers.add(reservation(turn.entry, claims.claim(sale.scheduleId(), seats), at)),
                        () -> ended.add(turn.entry.userId()));
            } catch (SeatTaken goneMeanwhile) {
                return false;
            }
        }
        return true;
    }

    private Reservation reservation(WaitingEntry entry, List<Ticket> tickets, Instant at) {
        var end = at.plus(offerTtl);
        var closing = sale.window().closesAt();
        return Reservation.made(
                ReservationId.generate(),
                entry.userId(),
                sale,
                at,
                end.isBefore(closing) ? end : closing,
                PaymentId.generate(),
                true,
                Optional.empty(),
                tickets);
    }

    /** The offers, in the order in which they were made. */
    List<NewReservation> reservations() {
        return offers.stream().map(offer -> new NewReservation(offer, null)).toList();
    }

    /** A payment for each of them. */
    List<PaymentOpening> payments() {
        return offers.stream()
                .map(offer -> new PaymentOpening(offer.due(), offer.holdExpiresAt(), NO_PLACE_IN_LINE))
                .toList();
    }

    /** What each user was offered. */
    Map<UserId, ReservationId> offers() {
        var byUser = new LinkedHashMap<UserId, ReservationId>();
        offers.forEach(offer -> byUser.put(offer.userId(), offer.id()));
        return byUser;
    }

    /** Those who wait no longer. */
    List<UserId> ended() {
        return ended;
    }

    private record Turn(WaitingEntry entry, Optional<SortedSet<SeatId>> seats) {}
}
