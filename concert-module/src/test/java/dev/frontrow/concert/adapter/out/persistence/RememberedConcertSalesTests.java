package dev.frontrow.concert.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.StoredConcerts;
import dev.frontrow.concert.StoredConcerts.Evening;
import dev.frontrow.concert.UsualSeatLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class RememberedConcertSalesTests {

    private static final int LOOKERS = 5;
    private static final Evening TONIGHT = Evening.onSale(Duration.ofHours(2));

    private final ConcertSales sales;
    private final StoredConcerts stored;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UsualSeatLimit usualLimit;
    private long nanos;

    RememberedConcertSalesTests(
            ConcertSales sales,
            StoredConcerts stored,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            UsualSeatLimit usualLimit) {
        this.sales = sales;
        this.stored = stored;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.usualLimit = usualLimit;
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
                .contains(new ScheduleSale(
                        tonight(concertId),
                        concertId,
                        window,
                        now.plus(Duration.ofHours(2)),
                        4,
                        RefundTerms.IN_FULL_UNTIL_START,
                        null));
    }

    @Test
    void remembersForASecondWhatSomebodyLookedAtInPassing() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT);
        var scheduleId = tonight(concertId);
        var sales = new RememberedConcertSales(jdbc, usualLimit, () -> nanos);
        var first = sales.ofConcert(concertId).orElseThrow();
        var firstOfSchedule = sales.ofSchedule(scheduleId).orElseThrow();
        closeNow(concertId);

        nanos += Duration.ofMillis(999).toNanos();
        assertThat(sales.ofConcert(concertId)).contains(first);
        assertThat(sales.ofSchedule(scheduleId)).contains(firstOfSchedule);
        nanos += Duration.ofMillis(1).toNanos();
        assertThat(sales.ofSchedule(scheduleId).orElseThrow().window()).isNotEqualTo(firstOfSchedule.window());
        assertThat(sales.ofConcert(concertId).orElseThrow().windows()).isNotEqualTo(first.windows());
    }

    @Test
    void isReadByOneOfAllWhoLookAtTheSameMoment() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT);
        var looks = transaction.execute(_ -> {
            jdbc.sql("lock table concert.schedule in access exclusive mode").update();
            var lookers = Stream.generate(() -> new FutureTask<>(() -> sales.ofConcert(concertId)))
                    .limit(LOOKERS)
                    .toList();
            var threads = lookers.stream().map(Thread.ofPlatform()::start).toList();
            Awaitility.await().until(() -> waitingForTheLock() == 1 && waitingForOneAnother(threads) == LOOKERS - 1);
            return lookers;
        });

        assertThat(looks).allSatisfy(look -> assertThat(look.get()).isPresent());
    }

    private int waitingForTheLock() {
        return jdbc.sql("""
                select count(*) as waiting
                  from pg_locks
                 where database = (select oid from pg_database where datname = current_database())
                   and relation = cast('concert.schedule' as regclass) and not granted
                """).query((row, n) -> row.getInt("waiting")).single();
    }

    private static long waitingForOneAnother(List<Thread> lookers) {
        return lookers.stream()
                .filter(looker -> looker.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    @Test
    void tellsWhoeverDecidesByItWhatIsCurrent() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT);
        var scheduleId = tonight(concertId);
        var remembered = sales.ofSchedule(scheduleId).orElseThrow();
        sales.ofConcert(concertId);
        closeNow(concertId);

        assertThat(sales.current(List.of(scheduleId, ScheduleId.generate())))
                .containsOnlyKeys(scheduleId)
                .doesNotContainValue(remembered);
        assertThat(sales.current(concertId).orElseThrow().lastClosing())
                .isNotEqualTo(remembered.window().closesAt());
    }

    @Test
    void doesNotKnowWhatIsHidden() {
        var concertId = stored.concert("Paper Lanterns", TONIGHT);
        var scheduleId = tonight(concertId);
        stored.hide(concertId);

        assertThat(sales.ofConcert(concertId)).isEmpty();
        assertThat(sales.ofSchedule(scheduleId)).isEmpty();
        assertThat(sales.current(concertId)).isEmpty();
        assertThat(sales.current(List.of(scheduleId))).isEmpty();
        assertThat(sales.evenIfHidden(concertId)).isPresent();
        assertThat(sales.evenIfHidden(ConcertId.generate())).isEmpty();
        assertThat(sales.evenIfHidden(scheduleId)).isPresent();
        assertThat(sales.evenIfHidden(ScheduleId.generate())).isEmpty();
    }

    @Test
    void tellsWhichSchedulesCanBeReserved() {
        var open = stored.concert("Paper Lanterns", TONIGHT, Evening.over(Duration.ofDays(1)));
        var closed = stored.concert("Paper Lanterns", Evening.over(Duration.ofDays(1)));
        var hidden = stored.concert("Paper Lanterns", TONIGHT);
        stored.hide(hidden);

        assertThat(sales.open(List.of(open, closed, hidden, ConcertId.generate())))
                .containsExactly(Map.entry(open, List.of(tonight(open))));
    }

    @Test
    void asksAgainForWhatWasNotThere() {
        var concertId = ConcertId.generate();
        assertThat(sales.ofConcert(concertId)).isEmpty();
        assertThat(sales.ofSchedule(ScheduleId.generate())).isEmpty();

        stored.concert(concertId.value(), "Paper Lanterns", TONIGHT);

        assertThat(sales.ofConcert(concertId)).isPresent();
    }

    @Test
    void forgetsWhatATransactionHasWrittenAndUndone() {
        var concertId = ConcertId.generate();
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

    private void closeNow(ConcertId concertId) {
        jdbc.sql("update concert.schedule set sales_close_at = statement_timestamp() where concert_id = :id")
                .param("id", concertId.value())
                .update();
    }

    private ScheduleId tonight(ConcertId concertId) {
        return jdbc.sql("select id from concert.schedule where concert_id = :id order by starts_at desc limit 1")
                .param("id", concertId.value())
                .query((row, n) -> new ScheduleId(row.getObject("id", UUID.class)))
                .single();
    }
}
