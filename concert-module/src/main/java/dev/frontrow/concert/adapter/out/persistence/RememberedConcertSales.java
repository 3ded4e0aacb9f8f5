package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers each sale it was asked about, up to a bound; a concert never changes, so nothing grows stale.
 *
 * <p>What is not found is asked again each time. Neither is remembered what the caller's own transaction has written and
 * may still undo: the row says which transaction that was.
 */
@Repository
class RememberedConcertSales implements ConcertSales {

    private static final int REMEMBERED_MAX = 10_000;

    private static final String SALES = """
            select s.id, s.concert_id, s.sales_open_at, s.sales_close_at, s.starts_at,
                   c.created_in is distinct from pg_current_xact_id_if_assigned() as committed
              from concert.schedule s
              join concert.concert c on c.id = s.concert_id
            """;

    private final JdbcClient jdbc;
    private final Cache<ScheduleId, ScheduleSale> schedules =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();
    private final Cache<ConcertId, ConcertSale> concerts =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    RememberedConcertSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId) {
        return Optional.ofNullable(schedules.getIfPresent(scheduleId))
                .or(() -> read(SALES + "where s.id = :id", scheduleId.value()).stream()
                        .map(Row::sale)
                        .findFirst());
    }

    @Override
    public Optional<ConcertSale> ofConcert(ConcertId concertId) {
        return Optional.ofNullable(concerts.getIfPresent(concertId)).or(() -> readConcert(concertId));
    }

    private Optional<ConcertSale> readConcert(ConcertId concertId) {
        var rows = read(SALES + "where c.id = :id", concertId.value());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var sale = new ConcertSale(
                concertId, rows.stream().map(row -> row.sale().window()).toList());
        if (rows.getFirst().committed()) {
            concerts.put(concertId, sale);
        }
        return Optional.of(sale);
    }

    /** Reads sales, and remembers each that is certain to stay. */
    private List<Row> read(String sql, UUID id) {
        var rows =
                jdbc.sql(sql).param("id", id).query(RememberedConcertSales::row).list();
        rows.stream().filter(Row::committed).map(Row::sale).forEach(sale -> schedules.put(sale.scheduleId(), sale));
        return rows;
    }

    private record Row(ScheduleSale sale, boolean committed) {}

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new ScheduleSale(
                        new ScheduleId(row.getObject("id", UUID.class)),
                        new ConcertId(row.getObject("concert_id", UUID.class)),
                        new SaleWindow(instant(row, "sales_open_at"), instant(row, "sales_close_at")),
                        instant(row, "starts_at")),
                row.getBoolean("committed"));
    }
}
