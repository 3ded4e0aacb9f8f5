package dev.frontrow.reservation.application;

import static java.util.stream.Gatherers.windowFixed;

import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.CancelShow;
import dev.frontrow.reservation.application.port.out.Holds;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.port.out.Shows;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class CancelShowService implements CancelShow {

    /** So that no statement comes near the statement timeout, however many hold seats. */
    private static final int HOLDS_A_STATEMENT = 1_000;

    private final WaitingLists lists;
    private final Shows shows;
    private final Holds holds;
    private final ReservationPayments payments;
    private final Seats seats;
    private final ReservationCounts counts;

    CancelShowService(
            WaitingLists lists,
            Shows shows,
            Holds holds,
            ReservationPayments payments,
            Seats seats,
            ReservationCounts counts) {
        this.lists = lists;
        this.shows = shows;
        this.holds = holds;
        this.payments = payments;
        this.seats = seats;
        this.counts = counts;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(ShowCancelled cancelled) {
        lists.lock(cancelled.scheduleId());
        shows.stop(cancelled.scheduleId()); // no hold comes any more; whoever pays for one that there is, is waited for
        lists.endAll(cancelled.scheduleId());
        var pending = holds.pendingPaymentsOf(cancelled.scheduleId()).stream()
                .gather(windowFixed(HOLDS_A_STATEMENT))
                .toList();
        var payable = pending.stream().map(payments::cancelPayable).toList();
        payable.forEach(each -> release(List.copyOf(each)));
        shows.add(cancelled);
    }

    private void release(List<PaymentId> cancelledPayments) {
        var released = holds.releaseForShow(cancelledPayments);
        if (released.size() != cancelledPayments.size()) {
            throw new IllegalStateException(cancelledPayments.size() + " payments are cancelled, but only "
                    + released.size() + " of their reservations were pending");
        }
        seats.free(released, SeatStatus.HELD);
        counts.count(ReservationStatus.RELEASED, released.size());
    }
}
