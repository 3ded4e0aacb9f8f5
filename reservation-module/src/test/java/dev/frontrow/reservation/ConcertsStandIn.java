package dev.frontrow.reservation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.ShowCancellations;
import dev.frontrow.concert.ShowCancelled;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands in for concert: knows what tests put on sale. */
@Component
class ConcertsStandIn implements ConcertSales, ShowCancellations {

    static final Instant CANCELLED_AT = Instant.parse("2026-01-01T00:00:00Z");

    private final ApplicationEventPublisher events;

    private final Map<ScheduleId, ScheduleSale> sales = new ConcurrentHashMap<>();
    private final Map<ScheduleId, Optional<ScheduleSale>> current = new ConcurrentHashMap<>();
    private final Map<ScheduleId, Runnable> meanwhile = new ConcurrentHashMap<>();

    ConcertsStandIn(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(ScheduleId scheduleId, String reason) {
        var sale = ofSchedule(scheduleId).orElseThrow(ScheduleNotFound::new);
        if (!sale.isCancelled()) {
            var cancelled = new ScheduleSale(
                    scheduleId,
                    sale.concertId(),
                    sale.window(),
                    sale.startsAt(),
                    sale.seatsPerUserMax(),
                    sale.refundTerms(),
                    CANCELLED_AT);
            events.publishEvent(new ShowCancelled(
                    scheduleId, reason, CANCELLED_AT, ConcertSale.of(sale.concertId(), List.of(cancelled))));
            add(cancelled); // whoever reserves waits for the end of this transaction now
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        add(sale);
                    }
                }
            });
        }
    }

    void add(ScheduleSale sale) {
        sales.put(sale.scheduleId(), sale);
    }

    @Override
    public Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId) {
        return Optional.ofNullable(sales.get(scheduleId));
    }

    @Override
    public Optional<ConcertSale> ofConcert(ConcertId concertId) {
        return Optional.empty();
    }

    /** Has only whoever decides by it know, as if the others had just asked. */
    void changeUnnoticed(ScheduleSale sale) {
        current.put(sale.scheduleId(), Optional.of(sale));
    }

    /** The same of a schedule whose sale opens and closes at other times. */
    void rescheduleUnnoticed(ScheduleSale sale, SaleWindow window) {
        changeUnnoticed(new ScheduleSale(
                sale.scheduleId(),
                sale.concertId(),
                window,
                sale.startsAt(),
                sale.seatsPerUserMax(),
                sale.refundTerms(),
                sale.cancelledAt()));
    }

    /** The same of a schedule that nobody is to find any more. */
    void hideUnnoticed(ScheduleId scheduleId) {
        current.put(scheduleId, Optional.empty());
    }

    /**
     * Has somebody else do something while it is decided about a schedule's seats, once. These and the buyers are locked by then,
     * so it must need none of them.
     */
    void whileDeciding(ScheduleId scheduleId, Runnable others) {
        meanwhile.put(scheduleId, others);
    }

    @Override
    public Map<ScheduleId, ScheduleSale> current(Collection<ScheduleId> scheduleIds) {
        scheduleIds.stream()
                .flatMap(id -> Stream.ofNullable(meanwhile.remove(id)))
                .forEach(others -> CompletableFuture.runAsync(others, Thread::startVirtualThread)
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join());
        return scheduleIds.stream()
                .flatMap(id -> current.getOrDefault(id, ofSchedule(id)).stream())
                .collect(toMap(ScheduleSale::scheduleId, identity()));
    }

    @Override
    public Optional<ConcertSale> current(ConcertId concertId) {
        return Optional.empty();
    }

    @Override
    public Optional<ScheduleSale> evenIfHidden(ScheduleId scheduleId) {
        return Optional.ofNullable(sales.get(scheduleId));
    }

    @Override
    public Optional<ConcertSale> evenIfHidden(ConcertId concertId) {
        return Optional.empty();
    }

    @Override
    public Map<ConcertId, List<ScheduleId>> open(Collection<ConcertId> concertIds) {
        var now = Instant.now();
        return sales.values().stream()
                .filter(sale ->
                        concertIds.contains(sale.concertId()) && sale.window().isOpen(now))
                .collect(groupingBy(ScheduleSale::concertId, mapping(ScheduleSale::scheduleId, toList())));
    }
}
