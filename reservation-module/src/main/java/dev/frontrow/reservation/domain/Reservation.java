package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
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
 * @param amount in points, the sum of its tickets' prices
 * @param holdExpiresAt from this instant on it can't be paid any more
 * @param startsAt from this instant on a paid one can't be cancelled any more
 * @param tickets at least one, in the order of the layout
 */
public record Reservation(
        ReservationId id,
        String userId,
        ConcertId concertId,
        ScheduleId scheduleId,
        ReservationStatus status,
        long amount,
        Instant holdExpiresAt,
        Instant createdAt,
        Instant startsAt,
        PaymentId paymentId,
        List<Ticket> tickets) {

    public Reservation {
        tickets = List.copyOf(tickets);
        if (tickets.isEmpty()) {
            throw new IllegalArgumentException("reservation " + id + " has no ticket");
        }
        var sum = tickets.stream().mapToLong(Ticket::price).sum();
        if (amount != sum) {
            throw new IllegalArgumentException("reservation " + id + " is of " + amount + ", its tickets of " + sum);
        }
    }

    /** Refuses unless it can be paid at that instant. */
    public void checkPayable(Instant at) {
        switch (status) {
            case PENDING_PAYMENT -> {
                if (isOver(at)) {
                    throw new ReservationExpired(id, holdExpiresAt);
                }
            }
            case EXPIRED -> throw new ReservationExpired(id, holdExpiresAt);
            case CONFIRMED, RELEASED, CANCELLED ->
                throw new IllegalStateException("reservation " + id + " is " + status + ", but its payment is pending");
        }
    }

    /** What it becomes when its owner gives up the hold; nothing where there is no hold any more. */
    public Optional<Reservation> released(Instant at) {
        return switch (status) {
            case PENDING_PAYMENT -> isOver(at) ? Optional.empty() : Optional.of(with(ReservationStatus.RELEASED));
            case EXPIRED, RELEASED, CANCELLED -> Optional.empty();
            case CONFIRMED -> throw new ReservationAlreadyPaid(id);
        };
    }

    /** What it becomes when its owner gives back what is paid; nothing where that was done before. */
    public Optional<Reservation> cancelled(Instant at) {
        return switch (status) {
            case CANCELLED -> Optional.empty();
            case PENDING_PAYMENT -> throw new ReservationNotPaid(id, isOver(at) ? ReservationStatus.EXPIRED : status);
            case EXPIRED, RELEASED -> throw new ReservationNotPaid(id, status);
            case CONFIRMED -> {
                if (!at.isBefore(startsAt)) {
                    throw new CancellationClosed(id, startsAt);
                }
                yield Optional.of(with(ReservationStatus.CANCELLED));
            }
        };
    }

    /** As it was on the day it was made, whatever has become of it since. */
    public Reservation asMade() {
        return with(ReservationStatus.PENDING_PAYMENT);
    }

    /** Whether it is of exactly these seats of this schedule, both as a client names them. */
    public boolean isOf(String schedule, Set<String> seats) {
        return scheduleId.toString().equals(schedule)
                && tickets.stream()
                        .map(ticket -> ticket.seatId().toString())
                        .collect(Collectors.toSet())
                        .equals(seats);
    }

    private boolean isOver(Instant at) {
        return !at.isBefore(holdExpiresAt);
    }

    private Reservation with(ReservationStatus changed) {
        return new Reservation(
                id,
                userId,
                concertId,
                scheduleId,
                changed,
                amount,
                holdExpiresAt,
                createdAt,
                startsAt,
                paymentId,
                tickets);
    }
}
