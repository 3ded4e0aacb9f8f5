package dev.frontrow.reservation.application;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.application.query.BlockViews;
import dev.frontrow.reservation.application.query.SalesView;
import dev.frontrow.reservation.application.query.SalesViews;
import dev.frontrow.reservation.application.query.ShowCancellationView;
import dev.frontrow.reservation.application.query.ShowCancellationViews;
import dev.frontrow.reservation.application.query.SoldTicketView;
import dev.frontrow.reservation.domain.CancellationNotFound;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Overseeing: concert knows whether there is such a schedule, and a reading shows the rest. */
@Service
class OverseeScheduleService implements OverseeSchedule {

    private final ConcertSales sales;
    private final BlockViews blocks;
    private final SalesViews sold;
    private final ShowCancellationViews cancellations;
    private final PaymentAudit payments;

    OverseeScheduleService(
            ConcertSales sales,
            BlockViews blocks,
            SalesViews sold,
            ShowCancellationViews cancellations,
            PaymentAudit payments) {
        this.sales = sales;
        this.blocks = blocks;
        this.sold = sold;
        this.cancellations = cancellations;
        this.payments = payments;
    }

    @Override
    public Page<BlockView> blocks(ScheduleId scheduleId, PageRequest request) {
        return blocks.page(existing(scheduleId), request);
    }

    /** Every schedule has seats, so whether there is one shows in what is read. */
    @Override
    @Transactional
    public SalesView sales(ScheduleId scheduleId) {
        return sold.sales(scheduleId).orElseThrow(ScheduleNotFound::new);
    }

    @Override
    public ShowCancellationView cancellation(ScheduleId scheduleId) {
        return cancellations.find(existing(scheduleId)).orElseThrow(CancellationNotFound::new);
    }

    /** In a transaction, without which the driver would read all tickets at once. */
    @Override
    @Transactional
    public void paidTickets(ScheduleId scheduleId, BiConsumer<SoldTicketView, Instant> reader) {
        sold.paidTickets(existing(scheduleId), tickets -> {
            var paidAt = payments.paidAt(
                    tickets.stream().map(SoldTicketView::paymentId).collect(toSet()));
            tickets.forEach(ticket -> reader.accept(ticket, requireNonNull(paidAt.get(ticket.paymentId()))));
        });
    }

    private ScheduleId existing(ScheduleId scheduleId) {
        return sales.evenIfHidden(scheduleId).orElseThrow(ScheduleNotFound::new).scheduleId();
    }
}
