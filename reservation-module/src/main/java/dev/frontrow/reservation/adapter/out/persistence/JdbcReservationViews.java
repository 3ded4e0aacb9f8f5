package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.query.ReservationView;
import dev.frontrow.reservation.application.query.ReservationViews;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReservationViews implements ReservationViews {

    private final JdbcClient jdbc;

    JdbcReservationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReservationView> find(ReservationId id, String userId) {
        var rows = jdbc.sql("""
                        select r.id, r.sequence, r.concert_id, r.schedule_id, r.amount, r.hold_expires_at, r.created_at,
                               r.payment_id,
                               case when r.status = 'PENDING_PAYMENT' and r.hold_expires_at <= statement_timestamp()
                                    then 'EXPIRED' else r.status end as status,
                               t.id as ticket_id, t.seat_id, t.seat_label, t.price
                          from reservation.reservation r
                          join reservation.ticket t on t.reservation_id = r.id
                         where r.id = :id and r.user_id = :userId
                         order by t.position
                        """)
                .param("id", id.value())
                .param("userId", userId)
                .query(JdbcReservationViews::row)
                .list();
        return whole(rows).stream().findFirst();
    }

    @Override
    public Page page(String userId, @Nullable Long before, int limit) {
        var rows = jdbc.sql("""
                        with page as materialized (
                          select id, sequence, concert_id, schedule_id, amount, hold_expires_at, created_at, payment_id,
                                 case when status = 'PENDING_PAYMENT' and hold_expires_at <= statement_timestamp()
                                      then 'EXPIRED' else status end as status
                            from reservation.reservation
                           where user_id = :userId and sequence < :before
                           order by sequence desc
                           limit :rows)
                        select r.id, r.sequence, r.concert_id, r.schedule_id, r.amount, r.hold_expires_at, r.created_at,
                               r.payment_id, r.status, t.id as ticket_id, t.seat_id, t.seat_label, t.price
                          from page r
                          join reservation.ticket t on t.reservation_id = r.id
                         order by r.sequence desc, t.position
                        """)
                .param("userId", userId)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("rows", limit + 1)
                .query(JdbcReservationViews::row)
                .list();
        var views = whole(rows);
        if (views.size() <= limit) {
            return new Page(views, null);
        }
        var last = views.get(limit - 1).id();
        var next = rows.stream()
                .filter(row -> row.head.id().equals(last))
                .findFirst()
                .orElseThrow();
        return new Page(views.subList(0, limit), next.sequence);
    }

    private static Row row(ResultSet rs, int row) throws SQLException {
        return new Row(
                rs.getLong("sequence"),
                new ReservationView(
                        new ReservationId(rs.getObject("id", UUID.class)),
                        new ConcertId(rs.getObject("concert_id", UUID.class)),
                        new ScheduleId(rs.getObject("schedule_id", UUID.class)),
                        ReservationStatus.valueOf(rs.getString("status")),
                        rs.getLong("amount"),
                        Rows.instant(rs, "hold_expires_at"),
                        Rows.instant(rs, "created_at"),
                        List.of(Rows.ticket(rs)),
                        new PaymentId(rs.getObject("payment_id", UUID.class))));
    }

    /** Puts the tickets of neighbouring rows together. */
    private static List<ReservationView> whole(List<Row> rows) {
        var tickets = new LinkedHashMap<Long, List<Ticket>>();
        var heads = new LinkedHashMap<Long, ReservationView>();
        for (var row : rows) {
            heads.putIfAbsent(row.sequence, row.head);
            tickets.computeIfAbsent(row.sequence, sequence -> new ArrayList<>()).addAll(row.head.tickets());
        }
        return heads.entrySet().stream()
                .map(head -> head.getValue().with(Objects.requireNonNull(tickets.get(head.getKey()))))
                .toList();
    }

    private record Row(long sequence, ReservationView head) {}
}
