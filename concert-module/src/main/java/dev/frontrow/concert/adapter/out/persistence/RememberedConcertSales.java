package dev.frontrow.concert.adapter.out.persistence;

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
import java.time.Instant;
import java.time.OffsetDateTime;
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
        var known = schedules.getIfPresent(scheduleId);
        if (known != null) {
            return Optional.of(known);
        }
        return jdbc.sql("""
                select s.id, s.concert_id, s.sales_open_at, s.sales_close_at, s.starts_at,
                       c.created_in is distinct from pg_current_xact_id_if_assigned() as committed
                  from concert.schedule s
                  join concert.concert c on c.id = s.concert_id
                 where s.id = :id
                """)
                .param("id", scheduleId.value())
                .query(Row::of)
                .optional()
                .map(this::remember);
    }

    @Override
    public Optional<ConcertSale> ofConcert(ConcertId concertId) {
        var known = concerts.getIfPresent(concertId);
        if (known != null) {
            return Optional.of(known);
        }
        var rows = jdbc.sql("""
                select s.id, s.concert_id, s.sales_open_at, s.sales_close_at, s.starts_at,
                       c.created_in is distinct from pg_current_xact_id_if_assigned() as committed
                  from concert.schedule s
                  join concert.concert c on c.id = s.concert_id
                 where c.id = :id
                """).param("id", concertId.value()).query(Row::of).list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var sales = rows.stream().map(this::remember).toList();
        return Optional.of(remember(concertId, sales, rows.getFirst().committed()));
    }

    private ScheduleSale remember(Row row) {
        if (row.committed()) {
            schedules.put(row.sale().scheduleId(), row.sale());
        }
        return row.sale();
    }

    private ConcertSale remember(ConcertId concertId, List<ScheduleSale> sales, boolean committed) {
        var sale = new ConcertSale(
                concertId, sales.stream().map(ScheduleSale::window).toList());
        if (committed) {
            concerts.put(concertId, sale);
        }
        return sale;
    }

    /** A sale, and whether it is certain to stay. */
    private record Row(ScheduleSale sale, boolean committed) {

        static Row of(ResultSet rs, int number) throws SQLException {
            return new Row(
                    new ScheduleSale(
                            new ScheduleId(rs.getObject("id", UUID.class)),
                            new ConcertId(rs.getObject("concert_id", UUID.class)),
                            new SaleWindow(instant(rs, "sales_open_at"), instant(rs, "sales_close_at")),
                            instant(rs, "starts_at")),
                    rs.getBoolean("committed"));
        }

        private static Instant instant(ResultSet rs, String column) throws SQLException {
            return rs.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
