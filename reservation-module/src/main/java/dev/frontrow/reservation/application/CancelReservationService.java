package dev.frontrow.reservation.application;

import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Shows;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationNotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CancelReservationService implements CancelReservation {

    private final Reservations reservations;
    private final ReservationPayments payments;
    private final Shows shows;
    private final GivingBack givingBack;

    CancelReservationService(
            Reservations reservations, ReservationPayments payments, Shows shows, GivingBack givingBack) {
        this.reservations = reservations;
        this.payments = payments;
        this.shows = shows;
        this.givingBack = givingBack;
    }

    @Override
    @Transactional
    public void cancel(ReservationId id, UserId userId) {
        cancel(id, reservations.paymentOf(id, userId), Reservation::cancel);
    }

    @Override
    @Transactional
    public void cancelAsOrganiser(ReservationId id) {
        cancel(id, reservations.paymentOf(id), Reservation::cancelAsOrganiser);
    }

    private void cancel(
            ReservationId id,
            Optional<PaymentId> payment,
            BiFunction<Reservation, Instant, Optional<Reservation>> cancelling) {
        var paymentId = payment.orElseThrow(ReservationNotFound::new);
        shows.keepOf(
                id); // so it is either given back before its show is cancelled, or counted among the show's refunds
        if (!payments.lock(paymentId)) { // before the reservation, whose state may change until it is ours
            throw new ReservationNotFound();
        }
        var found = reservations.lock(id);
        var show = found.reservation().scheduleId();
        if (shows.isCancelled(show)) {
            found.reservation()
                    .cancelForShow(found.at())
                    .ifPresent(cancelled -> givingBack.giveBackForShow(show, List.of(cancelled)));
        } else {
            cancelling.apply(found.reservation(), found.at()).ifPresent(givingBack::giveBack);
        }
    }
}
