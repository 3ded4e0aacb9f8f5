package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.reservation.ReservationAudit;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReservationAudit implements ReservationAudit {

    private static final int FETCH_SIZE = 1_000;

    private final JdbcClient jdbc;

    JdbcReservationAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long seatsInSeveralLiveReservations() {
        return count("""
                select count(*)
                  from (select t.seat_id
                          from reservation.reservation r
                          join reservation.ticket t on t.reservation_id = r.id
                         where r.status = 'CONFIRMED'
                            or r.status = 'PENDING_PAYMENT' and r.hold_expires_at > statement_timestamp()
                         group by t.seat_id
                        having count(*) > 1) several
                """);
    }

    @Override
    public long soldSeatsThatAreNotPaidTickets() {
        return count("""
                select count(*)
                  from (select id, reservation_id from reservation.seat where status = 'SOLD') sold
                  full join (select seat_id, count(*) as tickets, min(cast(reservation_id as text)) as reservation_id
                               from reservation.ticket
                              where status = 'PAID'
                              group by seat_id) paid on paid.seat_id = sold.id
                 where sold.id is null or paid.seat_id is null or paid.tickets <> 1
                    or paid.reservation_id <> cast(sold.reservation_id as text)
                """);
    }

    @Override
    public Stream<ConfirmedReservation> confirmedReservations() {
        return jdbc
                .sql("""
                        select id, payment_id, amount
                          from reservation.reservation
                         where status = 'CONFIRMED'
                         order by payment_id
                        """) // UUIDs sort as their text does
                .withFetchSize(FETCH_SIZE)
                .query((rs, row) -> new ConfirmedReservation(
                        rs.getObject("id", UUID.class), rs.getObject("payment_id", UUID.class), rs.getLong("amount")))
                .stream();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query((rs, row) -> rs.getLong(1)).single();
    }
}
