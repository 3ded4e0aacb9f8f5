package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.query.SalesFigures;
import dev.frontrow.reservation.application.query.SalesView;
import dev.frontrow.reservation.application.query.SalesView.SectionSales;
import dev.frontrow.reservation.application.query.SalesViews;
import dev.frontrow.reservation.application.query.SoldTicketView;
import dev.frontrow.reservation.domain.ReservationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSalesViews implements SalesViews {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final JdbcClient jdbc;

    JdbcSalesViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SalesView sales(ScheduleId scheduleId) {
        var rows = jdbc.sql("""
                with paid as materialized (
                  select s.section, sum(t.price) as revenue,
                         coalesce(sum(t.price) filter (where r.status = 'CANCELLED'), 0) as refunded
                    from reservation.reservation r
                    join reservation.ticket t on t.reservation_id = r.id
                    join reservation.seat s on s.id = t.seat_id
                   where r.schedule_id = :scheduleId and r.status in ('CONFIRMED', 'CANCELLED')
                   group by s.section),
                counted as materialized (
                  select s.section, min(s.section_position) as position, count(*) as total,
                         count(*) filter (where s.state = 'SOLD' and r.given_by is null) as sold,
                         count(*) filter (where s.state = 'SOLD' and r.given_by is not null) as complimentary,
                         count(*) filter (where s.state = 'HELD') as held,
                         count(*) filter (where s.state = 'BLOCKED') as blocked,
                         count(*) filter (where s.state = 'AVAILABLE') as available
                    from reservation.seat_now s
                    left join reservation.reservation r on r.id = s.reservation_id and s.state = 'SOLD'
                   where s.schedule_id = :scheduleId
                   group by s.section)
                select counted.section, statement_timestamp() as as_of, counted.total, counted.sold,
                       counted.complimentary, counted.held, counted.blocked, counted.available,
                       coalesce(paid.revenue, 0) as revenue, coalesce(paid.refunded, 0) as refunded
                  from counted
                  left join paid on paid.section = counted.section
                 order by counted.position
                """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> new Row(instant(row, "as_of"), section(row)))
                .list();
        return new SalesView(
                scheduleId,
                rows.getFirst().asOf(),
                rows.stream().map(Row::section).toList());
    }

    private static SectionSales section(ResultSet row) throws SQLException {
        return new SectionSales(
                row.getString("section"),
                new SalesFigures(
                        row.getInt("total"),
                        row.getInt("sold"),
                        row.getInt("complimentary"),
                        row.getInt("held"),
                        row.getInt("blocked"),
                        row.getInt("available"),
                        row.getLong("revenue"),
                        row.getLong("refunded")));
    }

    private record Row(Instant asOf, SectionSales section) {}

    @Override
    public void paidTickets(ScheduleId scheduleId, Consumer<List<SoldTicketView>> reader) {
        try (var tickets = tickets(scheduleId)) {
            tickets.gather(Gatherers.windowFixed(ROWS_AT_A_TIME)).forEach(reader);
        }
    }

    private Stream<SoldTicketView> tickets(ScheduleId scheduleId) {
        return jdbc
                .sql("""
                select t.id, t.reservation_id, t.seat_label, t.price, r.payment_id, r.user_id,
                       r.given_by is not null as complimentary, s.section, s.row_label, s.number
                  from reservation.seat s
                  join reservation.ticket t on t.seat_id = s.id and t.status = 'PAID'
                  join reservation.reservation r on r.id = t.reservation_id
                 where s.schedule_id = :scheduleId
                 order by s.id
                """)
                .param("scheduleId", scheduleId.value())
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> new SoldTicketView(
                        row.getObject("id", UUID.class),
                        new ReservationId(row.getObject("reservation_id", UUID.class)),
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        row.getString("user_id"),
                        row.getString("section"),
                        row.getString("row_label"),
                        row.getInt("number"),
                        row.getString("seat_label"),
                        row.getLong("price"),
                        row.getBoolean("complimentary")))
                .stream();
    }
}
