package dev.frontrow.reservation;

import static java.util.stream.Collectors.toCollection;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.BlockSeats;
import dev.frontrow.reservation.application.port.in.BlockSeats.BlockOrder;
import dev.frontrow.reservation.application.port.in.BlockSeats.Blocked;
import dev.frontrow.reservation.application.port.in.GiveTickets;
import dev.frontrow.reservation.application.port.in.GiveTickets.Gift;
import dev.frontrow.reservation.application.port.in.GiveTickets.Given;
import dev.frontrow.reservation.application.port.in.JoinWaitingList;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.port.in.ReserveSeats;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Reserved;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Wish;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.domain.Block;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatWish;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
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
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ReserveSeats reserveSeats;
    private final BlockSeats blockSeats;
    private final GiveTickets giveTickets;
    private final OverseeSchedule overseeSchedule;
    private final JoinWaitingList joinWaitingList;
    private final OfferSeats offerSeats;

    BoxOffice(
            ConcertsStandIn concerts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ReserveSeats reserveSeats,
            BlockSeats blockSeats,
            GiveTickets giveTickets,
            OverseeSchedule overseeSchedule,
            JoinWaitingList joinWaitingList,
            OfferSeats offerSeats) {
        this.concerts = concerts;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.reserveSeats = reserveSeats;
        this.blockSeats = blockSeats;
        this.giveTickets = giveTickets;
        this.overseeSchedule = overseeSchedule;
        this.joinWaitingList = joinWaitingList;
        this.offerSeats = offerSeats;
    }

    static UserId somebody() {
        return new UserId("user-" + UUID.randomUUID());
    }

    /** Seats in one row of section A, 100 points each. */
    ScheduleSale open(int seats) {
        return open(OPEN, STARTS_AT, List.of(new Section("A", 1, seats, 100)));
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
        transaction.executeWithoutResult(
                status -> events.publishEvent(new ScheduleOpened(sale.scheduleId(), sale.concertId(), sections)));
        return sale;
    }

    List<String> seats(ScheduleSale sale) {
        return seats(sale.scheduleId());
    }

    List<String> seats(ScheduleId scheduleId) {
        return jdbc.sql("select cast(id as text) from reservation.seat where schedule_id = :id order by id")
                .param("id", scheduleId.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    Reservation reserve(UserId userId, ScheduleSale sale, String... seatIds) {
        return reserve(userId, null, sale, List.of(seatIds)).reservation();
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

    /** Waits for so many seats, of some of the sections if any are named; tells whether that is anew. */
    boolean waitFor(UserId userId, ScheduleSale sale, int seats, String... sections) {
        return joinWaitingList.join(sale.scheduleId(), userId, new SeatWish(seats, new TreeSet<>(List.of(sections))));
    }

    /** Somebody who waits for so many seats. */
    UserId waiting(ScheduleSale sale, int seats, String... sections) {
        var user = somebody();
        waitFor(user, sale, seats, sections);
        return user;
    }

    /** Offers what is free, as an instance does that has not looked for a while. */
    void offer(ScheduleSale sale) {
        jdbc.sql("update reservation.waiting_list set looked_at = 'epoch' where schedule_id = :id")
                .param("id", sale.scheduleId().value())
                .update();
        while (offerSeats.offer(sale.scheduleId())) {
            Thread.onSpinWait();
        }
    }

    /** Status of what somebody waits for as it is now, and the seats that were offered. */
    String waits(UserId userId, ScheduleSale sale) {
        return jdbc.sql("""
                        select state || coalesce(' ' || (select string_agg(cast(t.seat_id as text), ' ' order by t.position)
                                                           from reservation.ticket t
                                                          where t.reservation_id = e.reservation_id), '')
                          from reservation.waiting_entry_now e
                         where user_id = :userId and schedule_id = :id
                        """)
                .param("userId", userId.value())
                .param("id", sale.scheduleId().value())
                .query((row, n) -> row.getString(1))
                .optional()
                .orElse("nothing");
    }

    /** The reservation that somebody was offered. */
    ReservationId offeredTo(UserId userId, ScheduleSale sale) {
        return jdbc.sql("""
                        select reservation_id from reservation.waiting_entry
                         where user_id = :userId and schedule_id = :id and reservation_id is not null
                        """)
                .param("userId", userId.value())
                .param("id", sale.scheduleId().value())
                .query((row, n) -> new ReservationId(row.getObject(1, UUID.class)))
                .single();
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
}
