package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.query.ReservationView;
import dev.frontrow.reservation.application.query.ReservationViews;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReservationViews implements ReservationViews {

    private final JdbcClient jdbc;

    JdbcReservationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReservationView> find(UserId userId, ReservationId id) {
        var rows = jdbc.sql("""
                select r.state as status, %s
                  from reservation.reservation_now r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.id = :id and r.user_id = :userId
                 order by t.position
                """.formatted(ReservationRow.COLUMNS))
                .param("id", id.value())
                .param("userId", userId.value())
                .query(ReservationRow::read)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(view(rows));
    }

    @Override
    public Page<ReservationView> page(UserId userId, PageRequest request) {
        var rows = jdbc.sql("""
                with page as materialized (
                  select *
                    from reservation.reservation_now
                   where user_id = :userId and sequence < :before
                   order by sequence desc
                   limit :oneMore)
                select r.state as status, %s
                  from page r
                  join reservation.ticket t on t.reservation_id = r.id
                 order by r.sequence desc, t.position
                """.formatted(ReservationRow.COLUMNS))
                .param("userId", userId.value())
                .param("before", request.before())
                .param("oneMore", request.oneMore())
                .query(ReservationRow::read)
                .list();
        return Page.of(
                ReservationRow.byReservation(rows),
                request,
                JdbcReservationViews::view,
                reservation -> Cursor.of(reservation.getFirst().sequence()));
    }

    private static ReservationView view(List<ReservationRow> rows) {
        return ReservationView.of(ReservationRow.reservation(rows));
    }
}
