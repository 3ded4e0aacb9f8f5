package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.UsualSeatLimit;
import dev.frontrow.edge.DatabaseArray;
import dev.frontrow.edge.Reading;
import dev.frontrow.edge.SharedReadings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers each sale for a second, up to a bound, so that all who look in passing cost a statement a second, those too who come
 * at the same moment.
 *
 * <p>What is not found is asked again. Nothing is remembered that was read in a transaction, which may have written it and may
 * still undo it.
 */
@Repository
class RememberedConcertSales implements ConcertSales {

    private static final int REMEMBERED_MAX = 10_000;

    private static final String SALES = """
            select s.id, s.concert_id, s.sales_open_at, s.sales_close_at, s.starts_at, s.cancelled_at,
                   coalesce(c.seats_per_user_max, :usualSeatsMax) as seats_per_user_max, c.refund_closes_before_start,
                   c.refund_fee_percent
              from concert.schedule s
              join concert.concert c on c.id = s.concert_id
            """;

    private final JdbcClient jdbc;
    private final UsualSeatLimit usualLimit;
    private final SharedReadings<ScheduleId, Optional<ScheduleSale>> schedules;
    private final SharedReadings<ConcertId, Optional<ConcertSale>> concerts;

    RememberedConcertSales(JdbcClient jdbc, UsualSeatLimit usualLimit, Ticker ticker) {
        this.jdbc = jdbc;
        this.usualLimit = usualLimit;
        this.schedules = new SharedReadings<>(REMEMBERED_MAX, _ -> 1, ticker);
        this.concerts = new SharedReadings<>(REMEMBERED_MAX, _ -> 1, ticker);
    }

    @Override
    public Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId) {
        return remembered(
                schedules,
                scheduleId,
                id -> Optional.ofNullable(current(List.of(id)).get(id)));
    }

    @Override
    public Optional<ConcertSale> ofConcert(ConcertId concertId) {
        return remembered(concerts, concertId, this::current);
    }

    private static <K, V> Optional<V> remembered(
            SharedReadings<K, Optional<V>> memory, K id, Function<K, Optional<V>> reader) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? reader.apply(id)
                : memory.get(id, asked -> {
                    var sale = reader.apply(asked);
                    return sale.isPresent() ? Reading.of(sale) : new Reading<>(sale, Duration.ZERO);
                });
    }

    @Override
    public Map<ScheduleId, ScheduleSale> current(Collection<ScheduleId> scheduleIds) {
        return jdbc
                .sql(SALES + "where s.id = any(cast(:ids as uuid[])) and not c.hidden")
                .param("ids", DatabaseArray.texts(scheduleIds, ScheduleId::value))
                .param("usualSeatsMax", usualLimit.seatsPerUserMax())
                .query(RememberedConcertSales::sale)
                .list()
                .stream()
                .collect(toMap(ScheduleSale::scheduleId, identity()));
    }

    @Override
    public Optional<ConcertSale> current(ConcertId concertId) {
        return read(SALES + "where c.id = :id and not c.hidden", concertId);
    }

    @Override
    public Optional<ConcertSale> evenIfHidden(ConcertId concertId) {
        return read(SALES + "where c.id = :id", concertId);
    }

    @Override
    public Optional<ScheduleSale> evenIfHidden(ScheduleId scheduleId) {
        return jdbc.sql(SALES + "where s.id = :id")
                .param("id", scheduleId.value())
                .param("usualSeatsMax", usualLimit.seatsPerUserMax())
                .query(RememberedConcertSales::sale)
                .optional();
    }

    @Override
    public Map<ConcertId, List<ScheduleId>> open(Collection<ConcertId> concertIds) {
        return jdbc
                .sql("""
                select s.id, s.concert_id
                  from concert.schedule_now s
                  join concert.concert c on c.id = s.concert_id
                 where s.concert_id = any(cast(:ids as uuid[])) and s.sale_status = 'OPEN' and not c.hidden
                """)
                .param("ids", DatabaseArray.texts(concertIds, ConcertId::value))
                .query((row, n) -> Map.entry(
                        new ConcertId(row.getObject("concert_id", UUID.class)),
                        new ScheduleId(row.getObject("id", UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Optional<ConcertSale> read(String sql, ConcertId concertId) {
        var sales = jdbc.sql(sql)
                .param("id", concertId.value())
                .param("usualSeatsMax", usualLimit.seatsPerUserMax())
                .query(RememberedConcertSales::sale)
                .list();
        return sales.isEmpty() ? Optional.empty() : Optional.of(ConcertSale.of(concertId, sales));
    }

    private static ScheduleSale sale(ResultSet row, int n) throws SQLException {
        return new ScheduleSale(
                new ScheduleId(row.getObject("id", UUID.class)),
                new ConcertId(row.getObject("concert_id", UUID.class)),
                new SaleWindow(instant(row, "sales_open_at"), instant(row, "sales_close_at")),
                instant(row, "starts_at"),
                row.getInt("seats_per_user_max"),
                ConcertRow.refundTerms(row),
                instantOrNull(row, "cancelled_at"));
    }
}
