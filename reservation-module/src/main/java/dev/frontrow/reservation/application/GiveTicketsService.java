package dev.frontrow.reservation.application;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.GiveTickets;
import dev.frontrow.reservation.application.port.out.Gifts;
import dev.frontrow.reservation.application.port.out.Gifts.NewGift;
import dev.frontrow.reservation.application.port.out.Gifts.Opened;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.domain.Complimentary;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatClaims;
import dev.frontrow.reservation.domain.Ticket;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives complimentary tickets. They are reserved and paid as all tickets are, in one transaction: what is of nothing takes all
 * steps of the payment, so no promise has an exception for it.
 */
@Service
class GiveTicketsService implements GiveTickets {

    /** Payment gives it back when the payment is paid; the line ends nobody's token then. */
    private static final String NO_PLACE_IN_LINE = "";

    private final ConcertSales sales;
    private final KeepingShows shows;
    private final Gifts gifts;
    private final Seats seats;
    private final ReservationPayments payments;
    private final ReservationProperties properties;

    GiveTicketsService(
            ConcertSales sales,
            KeepingShows shows,
            Gifts gifts,
            Seats seats,
            ReservationPayments payments,
            ReservationProperties properties) {
        this.sales = sales;
        this.shows = shows;
        this.gifts = gifts;
        this.seats = seats;
        this.payments = payments;
        this.properties = properties;
    }

    @Override
    @Transactional
    public Given give(Gift gift) {
        return earlier(gift).orElseGet(() -> make(gift));
    }

    private Given make(Gift gift) {
        var sale = sales.evenIfHidden(gift.scheduleId()).orElseThrow(ScheduleNotFound::new);
        var made = new NewGift(
                ReservationId.generate(),
                PaymentId.generate(),
                sale,
                gift.userId(),
                new Complimentary(gift.givenBy(), gift.reason()),
                gift.idempotencyKey());
        return gifts.open(made, properties.holdTtl()) // the key before the seats, as everywhere
                .map(opened -> new Given(settled(reservation(made, opened, claim(gift, sale))), false))
                .orElseGet(() -> earlier(gift).orElseThrow()); // a twin was faster
    }

    private static Reservation reservation(NewGift made, Opened opened, List<Ticket> tickets) {
        return Reservation.made(
                made.id(),
                made.userId(),
                made.sale(),
                opened.createdAt(),
                opened.holdExpiresAt(),
                made.paymentId(),
                false,
                Optional.of(made.complimentary()),
                tickets);
    }

    private List<Ticket> claim(Gift gift, ScheduleSale sale) {
        shows.keep(sale.scheduleId());
        var locked = seats.lock(gift.seatIds());
        var claims = new SeatClaims(locked.seats());
        claims.checkAreOf(sale.scheduleId(), gift.seatIds());
        shows.checkTakesPlace(sale.scheduleId());
        var tickets = claims.give(sale.scheduleId(), gift.seatIds());
        if (!locked.at().orElseThrow().isBefore(sale.startsAt())) {
            throw new ChangeNotAllowed(List.of(new FieldProblem("scheduleId", "the schedule has started")));
        }
        return tickets;
    }

    private Reservation settled(Reservation reservation) {
        gifts.issue(reservation);
        payments.open(List.of(new PaymentOpening(reservation.due(), reservation.holdExpiresAt(), NO_PLACE_IN_LINE)));
        payments.settle(reservation.paymentId()); // tickets, seats and payment answer now, in this transaction
        return reservation.asMade();
    }

    private Optional<Given> earlier(Gift gift) {
        return Optional.ofNullable(gift.idempotencyKey())
                .flatMap(key -> gifts.givenWith(gift.givenBy(), key))
                .map(reservation -> replay(reservation, gift));
    }

    private static Given replay(Reservation earlier, Gift gift) {
        if (!earlier.isOf(gift.scheduleId(), gift.seatIds())
                || !earlier.userId().equals(gift.userId())
                || !earlier.complimentary().orElseThrow().reason().equals(gift.reason())) {
            throw new IdempotencyKeyReused("The idempotency key belongs to an earlier gift of another content.");
        }
        return new Given(earlier.asMade(), true);
    }
}
