package dev.frontrow.reservation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.ShowCancellations;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.edge.AfterCommit;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.DeductedPayment;
import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentDue;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentOpening;
import dev.frontrow.payment.PaymentRequested;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.PointsDeducted;
import dev.frontrow.payment.ReservationPayments;
import dev.frontrow.payment.SeatsConfirmed;
import dev.frontrow.payment.TicketsLocked;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.Announcements;
import dev.frontrow.queue.SeatCount;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** The modules around this one, as simple as they can be while their locks are real. */
@Configuration(proxyBeanMethods = false)
class Neighbours {

    @Bean
    Concerts concerts(ApplicationEventPublisher events) {
        return new Concerts(events);
    }

    @Bean
    Queue queue(JdbcClient jdbc) {
        return new Queue(jdbc);
    }

    @Bean
    Till till(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
        return new Till(jdbc, events, transaction);
    }

    /** Knows what tests put on sale. */
    static class Concerts implements ConcertSales, ShowCancellations {

        static final Instant CANCELLED_AT = Instant.parse("2026-01-01T00:00:00Z");

        private final ApplicationEventPublisher events;

        private final Map<ScheduleId, ScheduleSale> sales = new ConcurrentHashMap<>();
        private final Map<ScheduleId, Optional<ScheduleSale>> current = new ConcurrentHashMap<>();

        Concerts(ApplicationEventPublisher events) {
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
                AfterCommit.run(() -> add(cancelled));
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

        /** The same of a schedule that nobody is to find any more. */
        void hideUnnoticed(ScheduleId scheduleId) {
            current.put(scheduleId, Optional.empty());
        }

        @Override
        public Map<ScheduleId, ScheduleSale> current(Collection<ScheduleId> scheduleIds) {
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
                    .filter(sale -> concertIds.contains(sale.concertId())
                            && sale.window().isOpen(now))
                    .collect(groupingBy(ScheduleSale::concertId, mapping(ScheduleSale::scheduleId, toList())));
        }
    }

    /** Lets everybody in who has a token; one action a user and concert at a time. */
    static class Queue implements Admissions, Announcements {

        private final JdbcClient jdbc;
        private final AtomicInteger checks = new AtomicInteger();
        private final Set<ConcertId> awaited = ConcurrentHashMap.newKeySet();
        private volatile Map<ConcertId, SeatCount> announced = Map.of();

        Queue(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        int checks() {
            return checks.get();
        }

        /** Has somebody stand in the line of these concerts, and of no other. */
        void await(ConcertId... concertIds) {
            awaited.clear();
            awaited.addAll(List.of(concertIds));
        }

        /** What its lines were told last. */
        Map<ConcertId, SeatCount> announced() {
            return announced;
        }

        @Override
        public Set<ConcertId> awaited() {
            return Set.copyOf(awaited);
        }

        @Override
        public void announce(Map<ConcertId, SeatCount> seats) {
            announced = seats;
        }

        @Override
        public Admission check(@Nullable String queueToken, UserId userId, ConcertId concertId) {
            checks.incrementAndGet();
            if (queueToken == null) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, "queue-token-required");
            }
            if (queueToken.equals("ended")) {
                throw new ResponseStatusException(HttpStatus.GONE, "queue-token-expired");
            }
            var at = jdbc.sql("select statement_timestamp()")
                    .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                    .single();
            return new Admission("admission of " + userId, at);
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public List<Outcome<Admission>> lock(List<Pass> passes) {
            passes.stream()
                    .map(pass -> pass.userId() + "@" + pass.concertId())
                    .distinct()
                    .sorted()
                    .forEach(this::lock);
            return passes.stream()
                    .map(pass -> Outcome.of(
                            ResponseStatusException.class,
                            () -> check(pass.queueToken(), pass.userId(), pass.concertId())))
                    .toList();
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public void awaitActionsOf(UserId userId, ConcertId concertId) {
            lock(userId + "@" + concertId);
        }

        private void lock(String place) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:place, 0))")
                    .param("place", place)
                    .query((row, n) -> 1)
                    .single();
        }
    }

    /** Answers what the queue refuses. */
    @RestControllerAdvice
    @Order(0)
    static class QueueRefusals {

        @ExceptionHandler
        ErrorResponse answer(ResponseStatusException refused) {
            return refused;
        }
    }

    /** Payments in a table of their own, and the flow around this module's steps. Users called "poor…" have no points. */
    static class Till implements ReservationPayments, PaymentAudit {

        static final Instant PAID_AT = Instant.parse("2026-12-01T10:00:00Z");

        private final JdbcClient jdbc;
        private final ApplicationEventPublisher events;
        private final TransactionTemplate transaction;

        Till(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.events = events;
            this.transaction = transaction;
            jdbc.sql("""
                    create schema if not exists stand_in;
                    drop table if exists stand_in.payment;
                    create table stand_in.payment (id uuid primary key, reservation_id uuid, user_id text, amount bigint,
                      payable_until timestamptz, admission text, status text);
                    create index on stand_in.payment (reservation_id);
                    """).update();
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public void open(List<PaymentOpening> openings) {
            openings.forEach(this::open);
        }

        private void open(PaymentOpening opening) {
            jdbc.sql(
                            "insert into stand_in.payment values (:id, :reservation, :user, :amount, :until, :admission, 'PENDING')")
                    .param("id", opening.due().paymentId().value())
                    .param("reservation", opening.due().reservationId())
                    .param("user", opening.due().userId().value())
                    .param("amount", opening.due().amount().amount())
                    .param("until", opening.payableUntil().atOffset(ZoneOffset.UTC))
                    .param("admission", opening.admission())
                    .update();
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public boolean lock(PaymentId paymentId) {
            return jdbc.sql("select 1 from stand_in.payment where id = :id for update")
                    .param("id", paymentId.value())
                    .query((row, n) -> 1)
                    .optional()
                    .isPresent();
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public void settle(PaymentId paymentId) {
            pay(jdbc.sql("select reservation_id from stand_in.payment where id = :id and amount = 0")
                    .param("id", paymentId.value())
                    .query((row, n) -> row.getObject("reservation_id", UUID.class))
                    .single());
        }

        @Override
        public void cancel(PaymentId paymentId) {
            move(paymentId.value(), "PENDING", "CANCELLED");
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public Set<PaymentId> cancelPayable(Collection<PaymentId> paymentIds) {
            return new HashSet<>(jdbc.sql("""
                            with locked as materialized (
                              select id from stand_in.payment where id = any(cast(:ids as uuid[])) order by id for update)
                            update stand_in.payment p set status = 'CANCELLED' from locked
                             where p.id = locked.id and p.status = 'PENDING' and p.payable_until > statement_timestamp()
                            returning p.id
                            """)
                    .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                    .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                    .list());
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public Set<PaymentId> lockFree(Collection<PaymentId> paymentIds) {
            return new HashSet<>(jdbc.sql("""
                            select id from stand_in.payment
                             where id = any(cast(:ids as uuid[])) order by id for update skip locked
                            """)
                    .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                    .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                    .list());
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public Set<PaymentId> expire(Collection<PaymentId> paymentIds) {
            return new HashSet<>(jdbc.sql("""
                            with due as materialized (
                              select id from stand_in.payment
                               where id = any(cast(:ids as uuid[])) and status = 'PENDING'
                                 and payable_until <= statement_timestamp()
                               order by id for update skip locked)
                            update stand_in.payment p set status = 'CANCELLED' from due where p.id = due.id returning p.id
                            """)
                    .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                    .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                    .list());
        }

        @Override
        @Transactional(propagation = Propagation.MANDATORY)
        public Set<PaymentId> delete(Collection<PaymentId> paymentIds) {
            return new HashSet<>(jdbc.sql("""
                            with unpaid as materialized (
                              select id from stand_in.payment
                               where id = any(cast(:ids as uuid[])) and status = 'CANCELLED'
                               order by id for update skip locked)
                            delete from stand_in.payment p using unpaid where p.id = unpaid.id returning p.id
                            """)
                    .param("ids", paymentIds.stream().map(PaymentId::toString).toArray(String[]::new))
                    .query((row, n) -> new PaymentId(row.getObject("id", UUID.class)))
                    .list());
        }

        @Override
        public void refund(PaymentId paymentId, Points fee) {
            move(paymentId.value(), "PAID", "REFUNDED");
        }

        /** Pays as payment does: locks, publishes, and believes only what it then finds. */
        void pay(UUID reservationId) {
            transaction.executeWithoutResult(status -> {
                var due = jdbc.sql("""
                                select id, user_id, amount, status from stand_in.payment where reservation_id = :id for update
                                """)
                        .param("id", reservationId)
                        .query((row, n) -> new Due(
                                new PaymentDue(
                                        new PaymentId(row.getObject("id", UUID.class)),
                                        reservationId,
                                        new UserId(row.getString("user_id")),
                                        new Points(row.getLong("amount"))),
                                row.getString("status")))
                        .single();
                if (due.status.equals("PAID")) {
                    return;
                }
                if (!due.status.equals("PENDING")) {
                    throw new NotPayable(due.status);
                }
                events.publishEvent(new PaymentRequested(List.of(due.payment), true));
                if (!statusOf(reservationId).equals("PAID")) {
                    throw new IllegalStateException("nobody confirmed " + due);
                }
            });
        }

        @EventListener
        PointsDeducted on(TicketsLocked event) {
            for (var due : event.payments()) {
                jdbc.sql("update stand_in.payment set admission = admission || ', debited' where id = :id")
                        .param("id", due.paymentId().value())
                        .update();
                if (due.userId().value().startsWith("poor")) {
                    throw new NotPayable("no points");
                }
            }
            return new PointsDeducted(
                    event.payments().stream()
                            .map(due -> new DeductedPayment(due, new Points(7)))
                            .toList(),
                    event.alone());
        }

        @EventListener
        void on(SeatsConfirmed event) {
            for (var payment : event.payments()) {
                if (payment.due().userId().value().startsWith("unlucky")) {
                    throw new NotPayable("veto at the very end");
                }
                move(payment.due().paymentId().value(), "PENDING", "PAID");
            }
        }

        @Override
        public Stream<SettledPayment> settledPayments() {
            return jdbc
                    .sql("""
                            select id, reservation_id, amount, status = 'REFUNDED' as refunded
                              from stand_in.payment
                             where status in ('PAID', 'REFUNDED')
                             order by id
                            """)
                    .query((row, n) -> new SettledPayment(
                            new PaymentId(row.getObject("id", UUID.class)),
                            row.getObject("reservation_id", UUID.class),
                            row.getLong("amount"),
                            row.getBoolean("refunded"),
                            0))
                    .stream();
        }

        /** All at the same time. */
        @Override
        public Map<PaymentId, Instant> paidAt(Collection<PaymentId> paymentIds) {
            return paymentIds.stream().collect(Collectors.toMap(Function.identity(), id -> PAID_AT));
        }

        String statusOf(UUID reservationId) {
            return jdbc.sql("select status from stand_in.payment where reservation_id = :id")
                    .param("id", reservationId)
                    .query((row, n) -> row.getString(1))
                    .single();
        }

        void move(UUID id, String from, String to) {
            var moved = jdbc.sql("update stand_in.payment set status = :to where id = :id and status = :from")
                    .param("id", id)
                    .param("from", from)
                    .param("to", to)
                    .update();
            if (moved != 1) {
                throw new IllegalStateException("payment " + id + " was not " + from);
            }
        }

        private record Due(PaymentDue payment, String status) {}
    }

    /** Payment's own refusal. */
    static class NotPayable extends RuntimeException {

        NotPayable(String why) {
            super(why);
        }
    }
}
