package dev.frontrow.concert.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.StoredConcerts;
import dev.frontrow.concert.StoredConcerts.Evening;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class RememberedConcertSalesTests {

    private static final Evening TONIGHT = Evening.onSale(Duration.ofHours(2));

    private final ConcertSales sales;
    private final StoredConcerts stored;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RememberedConcertSalesTests(
            ConcertSales sales, StoredConcerts stored, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.sales = sales;
        this.stored = stored;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
    }

    @Test
    void tellsWhenAScheduleAndAConcertAreOnSale() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT, Evening.over(Duration.ofDays(1)));
        var now = stored.now();
        var window = new SaleWindow(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)));
        var past = new SaleWindow(now.minus(Duration.ofHours(26)), now.minus(Duration.ofHours(25)));

        assertThat(sales.ofConcert(concertId).orElseThrow().windows()).containsExactlyInAnyOrder(window, past);
        assertThat(sales.ofSchedule(tonight(concertId)))
                .contains(new ScheduleSale(tonight(concertId), concertId, window, now.plus(Duration.ofHours(2))));
    }

    @Test
    void answersFromMemoryTheSecondTime() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT);
        var other = stored.concert("Another", TONIGHT);
        var scheduleId = tonight(concertId);
        var otherSchedule = tonight(other);
        var first = sales.ofConcert(concertId).orElseThrow();
        assertThat(sales.ofSchedule(otherSchedule)).isPresent();

        stored.clear();

        assertThat(sales.ofConcert(concertId)).contains(first);
        assertThat(sales.ofSchedule(scheduleId)).isPresent();
        assertThat(sales.ofSchedule(otherSchedule)).isPresent();
    }

    @Test
    void asksAgainForWhatWasNotThere() {
        var concertId = ConcertId.random();
        assertThat(sales.ofConcert(concertId)).isEmpty();
        assertThat(sales.ofSchedule(ScheduleId.random())).isEmpty();

        stored.concert(concertId.value(), "Paper Lanterns", TONIGHT);

        assertThat(sales.ofConcert(concertId)).isPresent();
    }

    @Test
    void forgetsWhatATransactionHasWrittenAndUndone() {
        var concertId = ConcertId.random();
        var scheduleId = transaction.execute(status -> {
            stored.concert(concertId.value(), "Paper Lanterns", TONIGHT);
            var written = tonight(concertId);
            assertThat(sales.ofConcert(concertId)).isPresent();
            assertThat(sales.ofSchedule(written)).isPresent();
            status.setRollbackOnly();
            return written;
        });

        assertThat(sales.ofConcert(concertId)).isEmpty();
        assertThat(sales.ofSchedule(scheduleId)).isEmpty();
    }

    @Test
    void remembersWhatOthersHaveCommittedAlsoForATransactionThatWritesAndIsUndone() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT);
        var scheduleId = tonight(concertId);

        transaction.executeWithoutResult(status -> {
            stored.concert("Another", TONIGHT);
            assertThat(sales.ofSchedule(scheduleId)).isPresent();
            status.setRollbackOnly();
        });
        stored.clear();

        assertThat(sales.ofSchedule(scheduleId)).isPresent();
    }

    private ScheduleId tonight(ConcertId concertId) {
        return jdbc.sql("select id from concert.schedule where concert_id = :id order by starts_at desc limit 1")
                .param("id", concertId.value())
                .query((row, n) -> new ScheduleId(row.getObject("id", UUID.class)))
                .single();
    }
}
