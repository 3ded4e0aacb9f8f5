package dev.frontrow.reservation.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseArray.numbers;
import static dev.frontrow.edge.DatabaseArray.texts;
import static dev.frontrow.edge.DatabaseTime.instant;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.query.SalesFigures;
import dev.frontrow.reservation.application.query.SalesView;
import dev.frontrow.reservation.application.query.SalesView.SectionSales;
import dev.frontrow.reservation.application.query.SalesViews;
import dev.frontrow.reservation.application.query.SoldTicketView;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.ReservationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
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
    public Optional<SalesView> sales(ScheduleId scheduleId) {
        jdbc.sql("set transaction isolation level repeatable read, read only").update();
        var counted = jdbc.sql(WaitingEntryRow.wishes("cast(array[:scheduleId] as uuid[])")
                        + """
                select s.section, statement_timestamp() as as_of, s.total, s.sold, s.held, s.blocked, s.available,
                       %s as smallest_wish
                  from (select schedule_id, section, min(section_position) as position, count(*) as total,
                               count(*) filter (where state = 'SOLD') as sold,
                               count(*) filter (where state = 'HELD') as held,
                               count(*) filter (where state = 'BLOCKED') as blocked,
                               count(*) filter (where state = 'AVAILABLE') as available
                          from reservation.seat_shown
                         where schedule_id = :scheduleId
                         group by schedule_id, section) s
                 order by s.position
                """.formatted(WaitingEntryRow.SMALLEST_WISH))
                .param("scheduleId", scheduleId.value())
                .query(JdbcSalesViews::counted)
                .list();
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        var isKept = new Demand(counted.stream().map(Counted::demand).toList()).isMet();
        var paid = paid(scheduleId);
        return Optional.of(new SalesView(
                scheduleId,
                counted.getFirst().asOf(),
                counted.stream()
                        .map(section -> section.with(paid.getOrDefault(section.name(), Paid.NOTHING)))
                        .map(section -> isKept ? section.keptForOthers() : section)
                        .toList()));
    }

    private static Counted counted(ResultSet row, int n) throws SQLException {
        return new Counted(
                row.getString("section"),
                instant(row, "as_of"),
                row.getInt("total"),
                row.getInt("sold"),
                row.getInt("held"),
                row.getInt("blocked"),
                row.getInt("available"),
                WaitingEntryRow.smallestWish(row));
    }

    /** What was paid in each section, some reservations at a time, so that no statement comes near the statement timeout. */
    private Map<String, Paid> paid(ScheduleId scheduleId) {
        try (var reservations = jdbc
                .sql("""
                select id from reservation.reservation
                 where schedule_id = :scheduleId and status in ('CONFIRMED', 'CANCELLED')
                """)
                .param("scheduleId", scheduleId.value())
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> row.getObject("id", UUID.class))
                .stream()) {
            return reservations
                    .gather(Gatherers.windowFixed(ROWS_AT_A_TIME))
                    .flatMap(some -> paid(some).stream())
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Paid::plus));
        }
    }

    /** A cancelled reservation's fee is kept of its tickets, in the order of the seats, until nothing is left of it. */
    private List<Map.Entry<String, Paid>> paid(List<UUID> reservationIds) {
        return jdbc.sql("""
                select section, sum(price) as revenue,
                       coalesce(sum(price - kept) filter (where status = 'CANCELLED'), 0) as refunded,
                       count(*) filter (where status = 'CONFIRMED' and given_by is not null) as complimentary
                  from (select s.section, t.price, r.status, r.given_by,
                               least(t.price, greatest(0, r.fee - (sum(t.price) over up_to_it - t.price))) as kept
                          from reservation.reservation r
                          join reservation.ticket t on t.reservation_id = r.id
                          join reservation.seat s on s.id = t.seat_id
                         where r.id = any(cast(:ids as uuid[]))
                        window up_to_it as (partition by r.id order by t.position)) of_tickets
                 group by section
                """)
                .param("ids", texts(reservationIds, id -> id))
                .query((row, n) -> Map.entry(
                        row.getString("section"),
                        new Paid(row.getInt("complimentary"), row.getLong("revenue"), row.getLong("refunded"))))
                .list();
    }

    /** The seats of a section; given ones are among those sold, but not of a cancelled show, of which none is. */
    private record Counted(
            String name,
            Instant asOf,
            int total,
            int sold,
            int held,
            int blocked,
            int available,
            OptionalInt smallestWish) {

        Demand.OfSection demand() {
            return new Demand.OfSection(name, available, smallestWish);
        }

        SectionSales with(Paid paid) {
            var given = Math.min(sold, paid.complimentary);
            return new SectionSales(
                    name,
                    new SalesFigures(
                            total, sold - given, given, held, blocked, available, paid.revenue, paid.refunded));
        }
    }

    /** What was paid for seats, and how many of those sold were given. */
    private record Paid(int complimentary, long revenue, long refunded) {

        static final Paid NOTHING = new Paid(0, 0, 0);

        Paid plus(Paid more) {
            return new Paid(complimentary + more.complimentary, revenue + more.revenue, refunded + more.refunded);
        }
    }

    @Override
    public void paidTickets(ScheduleId scheduleId, Consumer<List<SoldTicketView>> reader) {
        try (var seats = jdbc
                .sql("select id from reservation.seat where schedule_id = :scheduleId order by id")
                .param("scheduleId", scheduleId.value())
                .withFetchSize(ROWS_AT_A_TIME)
                .query((row, n) -> row.getLong("id"))
                .stream()) {
            seats.gather(Gatherers.windowFixed(ROWS_AT_A_TIME))
                    .map(this::tickets)
                    .forEach(reader);
        }
    }

    private List<SoldTicketView> tickets(List<Long> seatIds) {
        return jdbc.sql("""
                select t.id, t.reservation_id, t.seat_label, t.price, r.payment_id, r.user_id,
                       r.given_by is not null as complimentary, s.section, s.row_label, s.number
                  from reservation.seat s
                  join reservation.ticket t on t.seat_id = s.id and t.status = 'PAID'
                  join reservation.reservation r on r.id = t.reservation_id
                 where s.id = any(cast(:ids as bigint[]))
                 order by s.id
                """)
                .param("ids", numbers(seatIds, Long::longValue))
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
                .list();
    }
}
