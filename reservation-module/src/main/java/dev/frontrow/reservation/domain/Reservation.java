package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.ReservationExpired;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Seats that one user holds, has paid, or has had. It is immutable; a change is a new one, and says no where it may not be.
 *
 * <p>Times are judged by an instant passed in, which is the database's.
 *
 * @param amount the sum of its tickets' prices
 * @param holdExpiresAt from this instant on it can't be paid any more
 * @param terms what it was made under
 * @param offer whether it was offered to somebody who waited for seats
 * @param complimentary who gave it and why, where it was given for nothing
 * @param cancelledBecause why it is cancelled, if it is
 * @param fee what was kept of the amount when it was cancelled
 * @param tickets at least one, in the order of the layout
 */
public record Reservation(
        ReservationId id,
        UserId userId,
        ConcertId concertId,
        ScheduleId scheduleId,
        ReservationStatus status,
        Points amount,
        Instant holdExpiresAt,
        Instant createdAt,
        Terms terms,
        PaymentId paymentId,
        boolean offer,
        Optional<Complimentary> complimentary,
        Optional<CancelledBecause> cancelledBecause,
        Points fee,
        List<Ticket> tickets) {

    /** The most seats that can be given at once. */
    public static final int GIVEN_SEATS_MAX = 100;

    public Reservation {
        tickets = List.copyOf(tickets);
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("reservation " + id + " has no ticket");
        }
        var sum = tickets.stream().map(Ticket::price).reduce(Points.NONE, Points::plus);
        if (!amount.equals(sum)) {
            throw new IllegalArgumentException("reservation " + id + " is of " + amount + ", its tickets of " + sum);
        }
        if (complimentary.isPresent() && !amount.equals(Points.NONE)) {
            throw new IllegalArgumentException("reservation " + id + " is complimentary, but of " + amount);
        }
    }

    /** A reservation as it is made, to be paid until its time is over. */
    public static Reservation made(
            ReservationId id,
            UserId userId,
            ScheduleSale sale,
            Instant createdAt,
            Instant holdExpiresAt,
            PaymentId paymentId,
            boolean offer,
            Optional<Complimentary> complimentary,
            List<Ticket> tickets) {
        return new Reservation(
                id,
                userId,
                sale.concertId(),
                sale.scheduleId(),
                ReservationStatus.PENDING_PAYMENT,
                tickets.stream().map(Ticket::price).reduce(Points.NONE, Points::plus),
                holdExpiresAt,
                createdAt,
                Terms.of(sale),
                paymentId,
                offer,
                complimentary,
                Optional.empty(),
                Points.NONE,
                tickets);
    }

    /** What is to be paid for it. */
    public PaymentDue due() {
        return new PaymentDue(paymentId, id.value(), userId, amount);
    }

    /** Says that its tickets, which are locked, can be paid at that instant; refuses where its time is over. */
    public PaymentDue lockedFor(PaymentDue asked, Instant at) {
        switch (statusAt(at)) {
            case PENDING_PAYMENT -> {}
            case EXPIRED ->
                throw new ReservationExpired("The hold of reservation " + id + " ended at " + holdExpiresAt + ".");
            case CONFIRMED, RELEASED, CANCELLED ->
                throw new IllegalStateException("reservation " + id + " is " + status + ", but its payment is pending");
        }
        if (!asked.equals(due())) {
            throw new IllegalStateException("of reservation " + id + " is due " + due() + ", not " + asked);
        }
        return asked;
    }

    /** Gives up the hold; nothing where there is no hold any more. */
    public Optional<Reservation> release(Instant at) {
        return switch (statusAt(at)) {
            case PENDING_PAYMENT -> Optional.of(with(ReservationStatus.RELEASED, terms));
            case EXPIRED, RELEASED, CANCELLED -> Optional.empty();
            case CONFIRMED -> throw new ReservationAlreadyPaid(id);
        };
    }

    /** Gives back what the fee leaves of what is paid, until that is closed; nothing where it was done before. */
    public Optional<Reservation> cancel(Instant at) {
        if (statusAt(at) == ReservationStatus.CONFIRMED && !at.isBefore(terms.closesAt())) {
            throw new CancellationClosed(id, terms.closesAt());
        }
        return cancel(at, CancelledBecause.BUYER, terms.feeOf(amount));
    }

    /** Gives back what is paid, in full and at any time, whatever the terms; nothing where it was done before. */
    public Optional<Reservation> cancelAsOrganiser(Instant at) {
        return cancel(at, CancelledBecause.BUYER, Points.NONE);
    }

    /** The same as there is no show; nothing where it was done before. */
    public Optional<Reservation> cancelForShow(Instant at) {
        return cancel(at, CancelledBecause.SHOW_CANCELLED, Points.NONE);
    }

    private Optional<Reservation> cancel(Instant at, CancelledBecause because, Points kept) {
        var now = statusAt(at);
        return switch (now) {
            case CANCELLED -> Optional.empty();
            case PENDING_PAYMENT, EXPIRED, RELEASED -> throw new ReservationNotPaid(id, now);
            case CONFIRMED -> Optional.of(with(ReservationStatus.CANCELLED, terms, Optional.of(because), kept));
        };
    }

    /** As it was on the day it was made, whatever has become of it since. */
    public Reservation asMade() {
        return with(
                complimentary.isPresent() ? ReservationStatus.CONFIRMED : ReservationStatus.PENDING_PAYMENT,
                terms.asMade());
    }

    /** What went back, once it is cancelled. */
    public Optional<Points> refunded() {
        return status == ReservationStatus.CANCELLED ? Optional.of(amount.minus(fee)) : Optional.empty();
    }

    /** Whether it is of exactly these seats of this schedule. */
    public boolean isOf(ScheduleId schedule, Set<SeatId> seats) {
        return scheduleId.equals(schedule)
                && tickets.stream()
                        .map(Ticket::seatId)
                        .collect(Collectors.toSet())
                        .equals(seats);
    }

    /** A hold that is over is expired, tidied up or not. */
    private ReservationStatus statusAt(Instant at) {
        return status == ReservationStatus.PENDING_PAYMENT && !at.isBefore(holdExpiresAt)
                ? ReservationStatus.EXPIRED
                : status;
    }

    private Reservation with(ReservationStatus changed, Terms changedTerms) {
        return with(changed, changedTerms, Optional.empty(), Points.NONE);
    }

    private Reservation with(
            ReservationStatus changed, Terms changedTerms, Optional<CancelledBecause> because, Points kept) {
        return new Reservation(
                id,
                userId,
                concertId,
                scheduleId,
                changed,
                amount,
                holdExpiresAt,
                createdAt,
                changedTerms,
                paymentId,
                offer,
                complimentary,
                because,
                kept,
                tickets);
    }
}
