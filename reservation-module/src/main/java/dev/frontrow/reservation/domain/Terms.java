package dev.frontrow.reservation.domain;

import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.payment.Points;
import java.time.Instant;
import java.util.Optional;

/**
 * What held when a reservation was made, which changes in one case only: whoever reserved before the show was moved may cancel for
 * nothing until the new start.
 *
 * @param startsAt when the show was to start
 * @param seatsPerUserMax how many seats of the schedule one user could have
 * @param refundTerms until when it could be cancelled, and for what fee
 * @param movedTo when the show starts, where it was moved since
 */
public record Terms(Instant startsAt, int seatsPerUserMax, RefundTerms refundTerms, Optional<Instant> movedTo) {

    /** What holds for whoever reserves now. */
    public static Terms of(ScheduleSale sale) {
        return new Terms(sale.startsAt(), sale.seatsPerUserMax(), sale.refundTerms(), Optional.empty());
    }

    /** From this instant on it can't be cancelled any more. */
    public Instant closesAt() {
        return movedTo.orElseGet(() -> startsAt.minus(refundTerms.closesBeforeStart()));
    }

    /** How much of the amount is kept when it is cancelled. */
    public int feePercent() {
        return movedTo.isPresent() ? 0 : refundTerms.feePercent();
    }

    /** What is kept of an amount when it is cancelled: of the whole, rounded down. */
    Points feeOf(Points amount) {
        return new Points(Math.multiplyExact(amount.amount(), feePercent()) / 100);
    }

    /** As they were on the day it was made. */
    Terms asMade() {
        return new Terms(startsAt, seatsPerUserMax, refundTerms, Optional.empty());
    }
}
