package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.reservation.application.query.OverseenReservationView;
import dev.frontrow.reservation.application.query.OverseenReservationViews;
import dev.frontrow.reservation.domain.ReservationId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOverseenReservationViews implements OverseenReservationViews {

    private final JdbcClient jdbc;

    JdbcOverseenReservationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<OverseenReservationView> find(ReservationId id) {
        var rows = jdbc.sql("""
                select r.state as status, %s
                  from reservation.reservation_now r
                  join reservation.ticket t on t.reservation_id = r.id
                 where r.id = :id
                 order by t.position
                """.formatted(ReservationRow.COLUMNS))
                .param("id", id.value())
                .query(ReservationRow::read)
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(view(rows));
    }

    /** What is not asked for is not in the statement, so that each has a plan of its own, with the index that it needs. */
    @Override
    public Page<OverseenReservationView> page(Which which, PageRequest request) {
        var conditions = new StringBuilder();
        var parameters = new HashMap<String, Object>();
        parameters.put("before", request.before());
        parameters.put("oneMore", request.oneMore());
        if (which.scheduleId() != null) {
            conditions.append(" and schedule_id = :scheduleId");
            parameters.put("scheduleId", which.scheduleId().value());
        }
        if (which.userId() != null) {
            conditions.append(" and user_id = :userId");
            parameters.put("userId", which.userId().value());
        }
        if (which.status() != null) {
            conditions.append(" and state = :status");
            parameters.put("status", which.status().name());
        }
        var rows = jdbc.sql("""
                with page as materialized (
                  select *
                    from reservation.reservation_now
                   where sequence < :before%s
                   order by sequence desc
                   limit :oneMore)
                select r.state as status, %s
                  from page r
                  join reservation.ticket t on t.reservation_id = r.id
                 order by r.sequence desc, t.position
                """.formatted(conditions, ReservationRow.COLUMNS))
                .params(parameters)
                .query(ReservationRow::read)
                .list();
        return Page.of(
                ReservationRow.byReservation(rows),
                request,
                JdbcOverseenReservationViews::view,
                reservation -> Cursor.of(reservation.getFirst().sequence()));
    }

    private static OverseenReservationView view(List<ReservationRow> rows) {
        return OverseenReservationView.of(ReservationRow.reservation(rows));
    }
}
