package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.UsualSeatLimit;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConcertViews implements ConcertViews {

    private static final Duration NO_CHANGE = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final ConcertPages pages;
    private final UsualSeatLimit usualLimit;

    JdbcConcertViews(JdbcClient jdbc, ConcertPages pages, UsualSeatLimit usualLimit) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.usualLimit = usualLimit;
    }

    @Override
    public Optional<ConcertView> find(ConcertId id) {
        var rows = jdbc.sql("""
                select %s
                  from concert.concert c
                  join concert.schedule_now s on s.concert_id = c.id
                 where c.id = :id and not c.hidden
                 order by s.starts_at, s.id
                """.formatted(ConcertRow.COLUMNS))
                .param("id", id.value())
                .param("usualSeatsMax", usualLimit.seatsPerUserMax())
                .query((row, n) -> ConcertRow.read(row))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(ConcertRow.concert(rows));
    }

    @Override
    public Page<ConcertView> page(SaleFilter sale, PageRequest request) {
        return pages.ofThoseShown(sale, request);
    }

    @Override
    public Duration untilNextChange() {
        return jdbc.sql("""
                select statement_timestamp() as now,
                       least((select min(sales_open_at) from concert.schedule
                               where sales_open_at > statement_timestamp()),
                             (select min(sales_close_at) from concert.schedule
                               where sales_close_at > statement_timestamp()),
                             (select min(starts_at) from concert.schedule
                               where starts_at > statement_timestamp())) as next
                """)
                .query((row, n) -> {
                    var next = instantOrNull(row, "next");
                    return next == null ? NO_CHANGE : Duration.between(instant(row, "now"), next);
                })
                .single();
    }
}
