package dev.frontrow.reservation.application;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.application.port.out.ReservationCounts;
import dev.frontrow.reservation.application.port.out.Reservations;
import dev.frontrow.reservation.application.port.out.Shows;
import dev.frontrow.reservation.application.port.out.Shows.BeingRefunded;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Nothing is remembered of where it stopped: what is left is what is still confirmed. */
@Service
class RefundShowsService implements RefundShows {

    private static final int BATCH_SIZE_MAX = 50;
    private static final Duration RETRIED_AFTER = Duration.ofMinutes(1);
    private static final Duration RETRIED_AFTER_MAX = Duration.ofHours(1);

    private final Shows shows;
    private final Reservations reservations;
    private final ReservationPayments payments;
    private final GivingBack givingBack;
    private final ReservationCounts counts;

    RefundShowsService(
            Shows shows,
            Reservations reservations,
            ReservationPayments payments,
            GivingBack givingBack,
            ReservationCounts counts) {
        this.shows = shows;
        this.reservations = reservations;
        this.payments = payments;
        this.givingBack = givingBack;
        this.counts = counts;
    }

    @Override
    public List<ScheduleId> unfinished() {
        var unfinished = shows.beingRefunded();
        counts.refundsFailing(
                unfinished.stream().mapToInt(BeingRefunded::failing).sum());
        return unfinished.stream().map(BeingRefunded::id).toList();
    }

    @Override
    public List<ReservationId> due(ScheduleId scheduleId, @Nullable ReservationId other) {
        return reservations.paidAfter(scheduleId, other, BATCH_SIZE_MAX);
    }

    @Override
    @Transactional
    public int refund(ScheduleId scheduleId, Collection<ReservationId> ids) {
        var paid = reservations.lockPaid(ids);
        var free = payments.lockFree(
                paid.stream().map(locked -> locked.reservation().paymentId()).toList());
        var refunded = paid.stream()
                .filter(locked -> free.contains(locked.reservation().paymentId()))
                .flatMap(locked -> locked.reservation().cancelForShow(locked.at()).stream())
                .toList();
        if (!refunded.isEmpty()) {
            givingBack.giveBackForShow(scheduleId, refunded);
        }
        return refunded.size();
    }

    @Override
    @Transactional
    public void putOff(ReservationId id) {
        shows.putOff(id, RETRIED_AFTER, RETRIED_AFTER_MAX);
    }
}
