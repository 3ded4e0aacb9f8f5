package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.JoinWaitingList;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import dev.frontrow.reservation.application.port.in.OfferSeats.Turn;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.SeatWish;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seats that are all gone, those who wait for them, and what they are offered. */
@Component
class WaitingScene {

    private final BoxOffice office;
    private final JoinWaitingList joinWaitingList;
    private final OfferSeats offerSeats;
    private final UnblockSeats unblockSeats;
    private final JdbcClient jdbc;

    WaitingScene(
            BoxOffice office,
            JoinWaitingList joinWaitingList,
            OfferSeats offerSeats,
            UnblockSeats unblockSeats,
            JdbcClient jdbc) {
        this.office = office;
        this.joinWaitingList = joinWaitingList;
        this.offerSeats = offerSeats;
        this.unblockSeats = unblockSeats;
        this.jdbc = jdbc;
    }

    /** A schedule whose seats are in one block each, so that nobody's limit is reached. */
    ScheduleSale soldOut(int seats) {
        var sale = office.open(seats);
        office.seats(sale).forEach(seat -> office.block(sale, seat));
        return sale;
    }

    /** Waits for so many seats, of some of the sections if any are named; tells whether that is anew. */
    boolean join(UserId userId, ScheduleSale sale, int seats, String... sections) {
        return joinWaitingList.join(sale.scheduleId(), userId, new SeatWish(seats, new TreeSet<>(List.of(sections))));
    }

    /** Somebody who waits for so many seats. */
    UserId waiting(ScheduleSale sale, int seats, String... sections) {
        var user = somebody();
        join(user, sale, seats, sections);
        return user;
    }

    /** Ends the blocks that these seats are in. */
    void free(String... seats) {
        for (var seat : seats) {
            unblockSeats.unblock(jdbc.sql("select block_id from reservation.seat where id = :id")
                    .param("id", Long.parseLong(seat))
                    .query((row, n) -> BlockId.of(row.getString(1)))
                    .single());
        }
    }

    /** Frees these seats, and offers what is free as an instance does that has not looked for a while. */
    void offer(ScheduleSale sale, String... freed) {
        free(freed);
        jdbc.sql("update reservation.waiting_list set looked_at = 'epoch' where schedule_id = :id")
                .param("id", sale.scheduleId().value())
                .update();
        for (var turn = Turn.FIRST; turn.more(); turn = offerSeats.offer(sale.scheduleId(), turn)) {}
    }

    /** Whether some instance is to look whose wish fits now. */
    boolean isDue(ScheduleSale sale) {
        return offerSeats.due().contains(sale.scheduleId());
    }

    /** Status of what somebody waits for as it is now, and the seats that were offered. */
    String status(UserId userId, ScheduleSale sale) {
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
}
