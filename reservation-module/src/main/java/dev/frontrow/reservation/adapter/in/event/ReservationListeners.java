package dev.frontrow.reservation.adapter.in.event;

import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.ScheduleMoved;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.edge.Refuses;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.reservation.application.port.in.CancelShow;
import dev.frontrow.reservation.application.port.in.ConfirmSeats;
import dev.frontrow.reservation.application.port.in.FollowSchedules;
import dev.frontrow.reservation.application.port.in.LockTickets;
import dev.frontrow.reservation.application.port.in.OpenSeats;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What this module hears, all of it in the publisher's transaction; what is returned is published as the next event. */
@Component
class ReservationListeners {

    private final OpenSeats openSeats;
    private final FollowSchedules followSchedules;
    private final CancelShow cancelShow;
    private final LockTickets lockTickets;
    private final ConfirmSeats confirmSeats;

    ReservationListeners(
            OpenSeats openSeats,
            FollowSchedules followSchedules,
            CancelShow cancelShow,
            LockTickets lockTickets,
            ConfirmSeats confirmSeats) {
        this.openSeats = openSeats;
        this.followSchedules = followSchedules;
        this.cancelShow = cancelShow;
        this.lockTickets = lockTickets;
        this.confirmSeats = confirmSeats;
    }

    @EventListener
    void on(ScheduleOpened event) {
        openSeats.open(event);
    }

    @EventListener
    void on(SectionAdded event) {
        openSeats.add(event);
    }

    @EventListener
    void on(ScheduleMoved event) {
        followSchedules.move(event);
    }

    @EventListener
    void on(SaleRescheduled event) {
        followSchedules.sell(event);
    }

    @EventListener
    void on(SectionsPriced event) {
        followSchedules.price(event);
    }

    @EventListener
    void on(ShowCancelled event) {
        cancelShow.cancel(event);
    }

    @EventListener
    @Refuses(ReservationExpired.class)
    TicketsLocked on(PaymentRequested event) {
        return lockTickets.lock(event);
    }

    @EventListener
    @Refuses(ReservationExpired.class)
    SeatsConfirmed on(PointsDeducted event) {
        return confirmSeats.confirm(event);
    }
}
