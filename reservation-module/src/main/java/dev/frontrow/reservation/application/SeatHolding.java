package dev.frontrow.reservation.application;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Reserved;
import dev.frontrow.reservation.application.port.out.LiveSeats;
import dev.frontrow.reservation.application.port.out.NewReservations;
import dev.frontrow.reservation.application.port.out.NewReservations.NewReservation;
import dev.frontrow.reservation.application.port.out.NewReservations.SeenList;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.port.out.Seats.Locked;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatClaims;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reserving, inside the transaction, which serves all who ask at the same time. What they need is locked in the lock order:
 * the places in line, the shows, holds that may still be paid, the seats. Then concert is asked what is on sale now, since a show
 * that was waited for may have been cancelled; it is decided wish by wish, and all that is granted is written at once. The new
 * payments are nobody else's to wait for.
 *
 * <p>Where somebody waits for seats and one of those asked for is free, it is counted what is free, and whether that fits
 * somebody's wish. The waiting lists are not locked: writing what is granted fails where a wish came meanwhile and one fits now,
 * and all is decided anew, wish by wish.
 *
 * <p>A twin with the same idempotency key waits for the place in line, which both show, and then finds the reservation of
 * the first.
 */
@Service
class SeatHolding {

    private final ConcertSales sales;
    private final Admissions admissions;
    private final LiveSeats liveSeats;
    private final Seats seats;
    private final WaitingLists waitingLists;
    private final NewReservations reservations;
    private final ReservationPayments payments;
    private final ReservationCounts counts;
    private final ReservationProperties properties;

    SeatHolding(
            ConcertSales sales,
            Admissions admissions,
            LiveSeats liveSeats,
            Seats seats,
            WaitingLists waitingLists,
            NewReservations reservations,
            ReservationPayments payments,
            ReservationCounts counts,
            ReservationProperties properties) {
        this.sales = sales;
        this.admissions = admissions;
        this.liveSeats = liveSeats;
        this.seats = seats;
        this.waitingLists = waitingLists;
        this.reservations = reservations;
        this.payments = payments;
        this.counts = counts;
        this.properties = properties;
    }

    /** Holds, for one wish after another, all its seats or none. */
    @Transactional
    List<Outcome<Reserved>> hold(List<AskedSeats> asked) {
        var admitted = admit(asked);
        var letIn = IntStream.range(0, asked.size())
                .filter(i -> admitted.get(i) instanceof Done)
                .mapToObj(asked::get)
                .toList();
        var live = liveSeats.count(letIn.stream().map(AskedSeats::buyer).collect(toSet()));
        var locked = seats.lock(
                letIn.stream().flatMap(each -> each.wish().seatIds().stream()).collect(toSet()));
        var sold = sales.current(
                asked.stream().map(each -> each.wish().scheduleId()).collect(toSet()));
        var granting = new SeatGranting(
                sold,
                properties.holdTtl(),
                reservations.madeWith(
                        asked.stream().flatMap(each -> each.key().stream()).collect(toSet())),
                live,
                new SeatClaims(locked.seats(), awaited(demand(locked))),
                locked.at());
        var outcomes = IntStream.range(0, asked.size())
                .mapToObj(i -> granting.decide(asked.get(i), admitted.get(i)))
                .toList();
        if (!granting.reservations().isEmpty()) {
            reservations.add(granting.reservations(), seen(locked, granting.reservations()));
            payments.open(granting.payments());
            counts.count(
                    ReservationStatus.PENDING_PAYMENT, granting.reservations().size());
        }
        return outcomes;
    }

    /** What is waited for where one of the seats is free. Where nobody waits, that costs no statement. */
    private Map<ScheduleId, Demand> demand(Locked locked) {
        var waitedFor = locked.waitedFor();
        return waitedFor.isEmpty() ? Map.of() : waitingLists.demand(waitedFor);
    }

    /** Schedules whose free seats are kept for those who wait. */
    private static Set<ScheduleId> awaited(Map<ScheduleId, Demand> demand) {
        return demand.entrySet().stream()
                .filter(schedule -> schedule.getValue().isMet())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** The waiting lists of the schedules of which seats were granted, as they were when these were locked. */
    private static List<SeenList> seen(Locked locked, List<NewReservation> granted) {
        return granted.stream()
                .map(made -> made.reservation().scheduleId())
                .distinct()
                .map(id ->
                        new SeenList(id, requireNonNull(locked.lists().get(id)).sequence()))
                .toList();
    }

    private List<Outcome<Admission>> admit(List<AskedSeats> asked) {
        var admitted = admissions
                .lock(asked.stream().flatMap(each -> each.pass().stream()).toList())
                .iterator();
        return asked.stream()
                .map(each -> each.pass().isPresent() ? admitted.next() : new Refused<Admission>(new ScheduleNotFound()))
                .toList();
    }
}
