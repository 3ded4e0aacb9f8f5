package dev.frontrow.reservation;

import static java.util.stream.Collectors.toCollection;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.Invariant;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.BlockSeats;
import dev.frontrow.reservation.application.port.in.BlockSeats.BlockOrder;
import dev.frontrow.reservation.application.port.in.BlockSeats.Blocked;
import dev.frontrow.reservation.application.port.in.ExpireHolds;
import dev.frontrow.reservation.application.port.in.GiveTickets;
import dev.frontrow.reservation.application.port.in.GiveTickets.Gift;
import dev.frontrow.reservation.application.port.in.GiveTickets.Given;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.port.in.ReserveSeats;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Reserved;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Wish;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests do over and over: open schedules, reserve, let time pass, look. */
@Component
class BoxOffice {

    static final SaleWindow OPEN =
            new SaleWindow(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2090-01-01T00:00:00Z"));
    static final Instant STARTS_AT = Instant.parse("2090-01-02T00:00:00Z");

    private final ConcertsStandIn concerts;
    private final PaymentsStandIn till;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ReserveSeats reserveSeats;
    private final BlockSeats blockSeats;
    private final GiveTickets giveTickets;
    private final OverseeSchedule overseeSchedule;
    private final List<Invariant> invariants;
    private final ExpireHolds expireHolds;

    BoxOffice(
            ConcertsStandIn concerts,
            PaymentsStandIn till,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ReserveSeats reserveSeats,
            BlockSeats blockSeats,
            GiveTickets giveTickets,
            OverseeSchedule overseeSchedule,
            List<Invariant> invariants,
            ExpireHolds expireHolds) {
        this.concerts = concerts;
        this.till = till;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.reserveSeats = reserveSeats;
        this.blockSeats = blockSeats;
        this.giveTickets = giveTickets;
        this.overseeSchedule = overseeSchedule;
        this.invariants = invariants;
        this.expireHolds = expireHolds;
    }

    static UserId somebody() {
        return new UserId("user-" + UUID.randomUUID());
    }

    /** Seats in one row of section A, 100 points each. */
    ScheduleSale open(int seats) {
        return open(new Section("A", 1, seats, 100));
    }

    ScheduleSale open(Section... sections) {
        return open(OPEN, STARTS_AT, List.of(sections));
    }

    ScheduleSale open(SaleWindow window, Instant startsAt, List<Section> sections) {
        return open(window, startsAt, 4, RefundTerms.IN_FULL_UNTIL_START, sections);
    }

    /** The same under terms that are not the usual ones. */
    ScheduleSale open(
            SaleWindow window, Instant startsAt, int seatsPerUserMax, RefundTerms refundTerms, List<Section> sections) {
        return open(
                new ScheduleSale(
                        new ScheduleId(UUID.randomUUID()),
                        new ConcertId(UUID.randomUUID()),
                        window,
                        startsAt,
                        seatsPerUserMax,
                        refundTerms,
                        null),
                sections);
    }

    ScheduleSale open(ScheduleSale sale, List<Section> sections) {
        concerts.add(sale);
        publish(new ScheduleOpened(sale.scheduleId(), sale.concertId(), sections));
        return sale;
    }

    /** Opens and closes the sale at other times. */
    void reschedule(ScheduleSale sale, SaleWindow window) {
        concerts.rescheduleUnnoticed(sale, window);
        publish(new SaleRescheduled(sale.scheduleId(), window));
    }

    /** Has the module hear of something in a transaction. */
    void publish(DomainEvent event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    List<String> seats(ScheduleSale sale) {
        return seats(sale.scheduleId());
    }

    List<String> seats(ScheduleId scheduleId) {
        return jdbc.sql("select id from reservation.seat where schedule_id = :id order by id")
                .param("id", scheduleId.value())
                .query((row, n) -> Long.toString(row.getLong("id")))
                .list();
    }

    Reservation reserve(UserId userId, ScheduleSale sale, String... seatIds) {
        return reserve(userId, null, sale, List.of(seatIds)).reservation();
    }

    /** Reserves seats and pays them. */
    Reservation sell(UserId userId, ScheduleSale sale, String... seatIds) {
        var reservation = reserve(userId, sale, seatIds);
        till.pay(reservation.id().value());
        return reservation;
    }

    Reserved reserve(UserId userId, @Nullable String key, ScheduleSale sale, Collection<String> seatIds) {
        return reserve(userId, "token", key, sale.scheduleId().toString(), seatIds);
    }

    /** Reserves what a client names in any text. */
    Reserved reserve(
            UserId userId,
            @Nullable String token,
            @Nullable String key,
            String scheduleId,
            Collection<String> seatIds) {
        return reserveSeats.reserve(new Wish(
                userId,
                token,
                key == null ? null : new IdempotencyKey(key),
                ScheduleId.of(scheduleId),
                seatIds.stream().map(SeatId::of).collect(toCollection(TreeSet::new))));
    }

    /** Takes seats out of the sale. */
    Block block(ScheduleSale sale, String... seatIds) {
        return block(somebody(), null, sale.scheduleId().toString(), "sound desk", List.of(seatIds))
                .block();
    }

    Blocked block(
            UserId organiser, @Nullable String key, String scheduleId, String reason, Collection<String> seatIds) {
        return blockSeats.block(new BlockOrder(
                organiser,
                key == null ? null : new IdempotencyKey(key),
                ScheduleId.of(scheduleId),
                seatIds.stream().map(SeatId::of).collect(toCollection(TreeSet::new)),
                new Reason(reason)));
    }

    /** The blocks of a schedule that seats are in, newest first. */
    List<BlockView> blocks(ScheduleSale sale) {
        return overseeSchedule
                .blocks(sale.scheduleId(), new PageRequest(20, null))
                .items();
    }

    /** Gives seats for nothing. */
    Reservation give(UserId userId, ScheduleSale sale, String... seatIds) {
        return give(somebody(), null, sale.scheduleId().toString(), userId, "press", List.of(seatIds))
                .reservation();
    }

    Given give(
            UserId organiser,
            @Nullable String key,
            String scheduleId,
            UserId userId,
            String reason,
            Collection<String> seatIds) {
        return giveTickets.give(new Gift(
                organiser,
                key == null ? null : new IdempotencyKey(key),
                ScheduleId.of(scheduleId),
                seatIds.stream().map(SeatId::of).collect(toCollection(TreeSet::new)),
                userId,
                new Reason(reason)));
    }

    /** Lets the hold's time be over. */
    void runOut(ReservationId id) {
        transaction.executeWithoutResult(status -> {
            for (var sql : List.of(
                    "update stand_in.payment set payable_until = statement_timestamp() - interval '1 second' where reservation_id = :id",
                    "update reservation.reservation set hold_expires_at = statement_timestamp() - interval '1 second' where id = :id",
                    "with own as materialized (select id from reservation.seat where reservation_id = :id and status = 'HELD' order by id for no key update)"
                            + " update reservation.seat s set hold_expires_at = statement_timestamp() - interval '1 second' from own where s.id = own.id")) {
                jdbc.sql(sql).param("id", id.value()).update();
            }
        });
    }

    /** Tidies up holds that are over; tells how many. */
    int sweep() {
        int expired = 0;
        for (var over = expireHolds.over(EndOfHold.NONE);
                !over.isEmpty();
                over = expireHolds.over(over.getLast().end())) {
            expired += expireHolds.expire(over.stream().map(Hold::paymentId).toList());
        }
        return expired;
    }

    /** State and holder of a seat, as they are stored. */
    String seat(String seatId) {
        return jdbc.sql("""
                        select status || coalesce(' ' || reservation_id, '') from reservation.seat where id = :id
                        """)
                .param("id", Long.parseLong(seatId))
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** State of a reservation and its tickets, as they are stored. */
    String state(ReservationId id) {
        return jdbc.sql("""
                        select r.status || ' ' || (select string_agg(t.status, ' ' order by t.position)
                                                     from reservation.ticket t where t.reservation_id = r.id)
                          from reservation.reservation r where r.id = :id
                        """)
                .param("id", id.value())
                .query((row, n) -> row.getString(1))
                .single();
    }

    long reservationsOf(UserId userId) {
        return jdbc.sql("select count(*) from reservation.reservation where user_id = :userId")
                .param("userId", userId.value())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Whether any transaction waits for a lock of another one. */
    boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Names of the invariants that do not hold. */
    List<String> violations() {
        return invariants.stream()
                .filter(invariant -> invariant.violations().getAsLong() > 0)
                .map(Invariant::name)
                .toList();
    }
}
