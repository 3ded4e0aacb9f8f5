package dev.frontrow.reservation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.application.port.in.CallOffShow;
import dev.frontrow.reservation.application.port.in.OfferSeats;
import dev.frontrow.reservation.application.port.in.OfferSeats.Turn;
import dev.frontrow.reservation.application.port.out.WaitingEntries;
import dev.frontrow.reservation.application.port.out.WaitingLists;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.WaitingEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A waiting list as long as that of a show that everybody wants to see. */
@ModuleTest
class WaitingCrowdTests {

    private static final int SECTIONS = 100;
    private static final int CROWD = 60_000;
    private static final int FREE = 10_000;

    private final BoxOffice office;
    private final WaitingScene list;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final OfferSeats offerSeats;
    private final CallOffShow callOffShow;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    WaitingCrowdTests(
            BoxOffice office,
            WaitingScene list,
            WaitingLists lists,
            WaitingEntries entries,
            OfferSeats offerSeats,
            CallOffShow callOffShow,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.office = office;
        this.list = list;
        this.lists = lists;
        this.entries = entries;
        this.offerSeats = offerSeats;
        this.callOffShow = callOffShow;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void isNotReadToKnowWhatIsWaitedForAndEndsWithTheShow() {
        var sale = office.open(
                BoxOffice.OPEN,
                BoxOffice.STARTS_AT,
                IntStream.range(0, SECTIONS)
                        .mapToObj(i -> new Section("S" + i, 1, 1, 100))
                        .toList());
        crowd(sale, CROWD);

        assertThat(entriesRead(() -> assertThat(isMet(sale)).isFalse())).isLessThan(10);
        callOffShow.callOff(sale.scheduleId(), new Reason("Rain"));

        assertThat(ended(sale)).isEqualTo(CROWD);
    }

    private boolean isMet(ScheduleSale sale) {
        return requireNonNull(lists.demand(List.of(sale.scheduleId())).get(sale.scheduleId()))
                .isMet();
    }

    @Test
    void isOfferedSeatsAtTheCostOfWhatATurnOffersHoweverManyAreFree() {
        var sale = office.open(FREE);
        crowd(sale, 600);
        var first = offerSeats.offer(sale.scheduleId(), Turn.FIRST);

        var read = transaction.execute(_ -> {
            for (var way : List.of("seqscan", "hashjoin", "mergejoin")) { // as the service is set up
                jdbc.sql("set local enable_" + way + " = off").update();
            }
            var before = rowsRead("seat");
            assertThat(offerSeats.offer(sale.scheduleId(), first).more()).isTrue();
            return rowsRead("seat") - before;
        });

        assertThat(read).isBetween(400L, FREE / 2L);
        list.offer(sale);
        assertThat(jdbc.sql("select count(*) from reservation.seat where schedule_id = :id and status = 'HELD'")
                        .param("id", sale.scheduleId().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_200);
    }

    @Test
    void isReadAsFarAsSeatsAreFree() {
        var sale = office.open(1);
        crowd(sale, 2_000);

        assertThat(entriesRead(
                        () -> assertThat(fitting(sale, Map.of("A", 1, "B", 1))).isEmpty()))
                .isLessThan(10);
        assertThat(entriesRead(
                        () -> assertThat(fitting(sale, Map.of("A", 1, "B", 2))).hasSize(200)))
                .isBetween(200L, 210L);
    }

    private List<WaitingEntry> fitting(ScheduleSale sale, Map<String, Integer> free) {
        return entries.fitting(sale.scheduleId(), free, 200);
    }

    private long entriesRead(Runnable reading) {
        return requireNonNull(transaction.execute(_ -> {
            var before = rowsRead("waiting_entry");
            reading.run();
            return rowsRead("waiting_entry") - before;
        }));
    }

    /** By this transaction, in whichever way. */
    private long rowsRead(String table) {
        return jdbc.sql("""
                select seq_tup_read + coalesce(idx_tup_fetch, 0)
                  from pg_stat_xact_user_tables
                 where schemaname = 'reservation' and relname = :table
                """).param("table", table).query(Long.class).single();
    }

    /** Lets as many wait for two seats, of which one section alone would have to be free. */
    private void crowd(ScheduleSale sale, int crowd) {
        transaction.executeWithoutResult(_ -> {
            lists.lock(sale.scheduleId());
            jdbc.sql("""
                    insert into reservation.waiting_entry (schedule_id, user_id, number, seats, status, joined_at)
                    select :id, 'crowd-' || i, i, 2, 'WAITING', statement_timestamp() from generate_series(1, :crowd) i
                    """)
                    .param("id", sale.scheduleId().value())
                    .param("crowd", crowd)
                    .update();
        });
    }

    private int ended(ScheduleSale sale) {
        return jdbc.sql("""
                select count(*) from reservation.waiting_entry where schedule_id = :id and status = 'ENDED'
                """)
                .param("id", sale.scheduleId().value())
                .query(Integer.class)
                .single();
    }
}
