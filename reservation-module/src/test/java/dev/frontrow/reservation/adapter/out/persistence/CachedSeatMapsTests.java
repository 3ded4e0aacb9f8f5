package dev.frontrow.reservation.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.reservation.application.port.out.Seats;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatView;
import dev.frontrow.reservation.application.query.SectionView;
import dev.frontrow.reservation.domain.SeatStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class CachedSeatMapsTests {

    private final JdbcClient jdbc;
    private final Seats seats;
    private final AtomicLong nanos = new AtomicLong();
    private final CachedSeatMaps maps;
    private ScheduleId hall = ScheduleId.generate();

    CachedSeatMapsTests(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.maps = new CachedSeatMaps(jdbc, nanos::get);
    }

    @BeforeEach
    void fiveSeats() {
        hall = ScheduleId.generate();
        write(hall, new Section("A", 1, 3, 90), new Section("B", 1, 2, 50));
        write(ScheduleId.generate(), new Section("A", 1, 3, 90));
    }

    /** So that nobody else finds seats sold that nobody has paid. */
    @AfterEach
    void takeBackWhatNobodyReserved() {
        jdbc.sql("""
                update reservation.seat s set status = 'AVAILABLE', reservation_id = null, hold_expires_at = null
                 where status in ('HELD', 'SOLD')
                   and not exists (select from reservation.reservation r where r.id = s.reservation_id)
                """).update();
    }

    @Test
    void readsTheStatesASecondAfterTheLastReading() {
        assertThat(states()).containsOnly(SeatStatus.AVAILABLE);
        execute(
                "update reservation.seat set status = 'SOLD', reservation_id = gen_random_uuid() where schedule_id = :id");

        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(states()).containsOnly(SeatStatus.AVAILABLE);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(states()).containsOnly(SeatStatus.SOLD);
    }

    @Test
    void asksTheDatabaseOnceASecondAndScheduleHoweverManyLook() {
        var asked = new AtomicInteger();
        var counted = new CachedSeatMaps(
                sql -> {
                    asked.incrementAndGet();
                    return jdbc.sql(sql);
                },
                nanos::get);
        var other = ScheduleId.generate();
        write(other, new Section("A", 1, 1, 90));

        AtOnce.times(50, () -> counted.of(hall));
        AtOnce.times(50, () -> counted.of(other));
        assertThat(asked).hasValue(2);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        AtOnce.times(50, () -> counted.of(hall));
        assertThat(asked).hasValue(3);
    }

    @Test
    void keepsTheLayoutWhileStatesChange() {
        var before = maps.of(hall);
        execute("""
                update reservation.seat set status = 'HELD', reservation_id = gen_random_uuid(),
                       hold_expires_at = statement_timestamp() + case number when 2 then interval '0' else interval '1 hour' end
                 where schedule_id = :id and section = 'A'
                """);
        execute("""
                update reservation.seat set status = 'SOLD', reservation_id = gen_random_uuid()
                 where schedule_id = :id and section = 'B' and number = 2
                """);

        var after = aSecondLater();

        assertThat(after.seats().map(SeatView::status))
                .as("a hold that is over holds nothing")
                .containsExactly(
                        SeatStatus.HELD, SeatStatus.AVAILABLE, SeatStatus.HELD, SeatStatus.AVAILABLE, SeatStatus.SOLD);
        assertThat(after.sections()).containsExactly(new SectionView("A", 90, 3, 1), new SectionView("B", 50, 2, 1));
        assertThat(after.layout()).isSameAs(before.layout());
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(aSecondLater().version()).isEqualTo(after.version());
    }

    @Test
    void readsTheSameWhetherOrNotItKnowsTheLayout() {
        maps.of(hall);
        execute("""
                update reservation.seat set status = 'SOLD', reservation_id = gen_random_uuid()
                 where schedule_id = :id and number = 1
                """);

        var known = aSecondLater();
        var unknown = new CachedSeatMaps(jdbc, nanos::get).of(hall);

        assertThat(known.version()).isEqualTo(unknown.version());
        assertThat(known.seats()).containsExactlyElementsOf(unknown.seats().toList());
    }

    @Test
    void showsAllSeatsOfACancelledShowAsBlocked() {
        maps.of(hall);
        execute("""
                update reservation.seat set status = 'SOLD', reservation_id = gen_random_uuid()
                 where schedule_id = :id and number = 1
                """);
        execute("""
                insert into reservation.cancelled_show (schedule_id, reason, refunds_total, started_at, finished_at)
                values (:id, 'Rain', 0, statement_timestamp(), statement_timestamp())
                """);

        var known = aSecondLater();
        var unknown = new CachedSeatMaps(jdbc, nanos::get).of(hall);

        assertThat(known.seats().map(SeatView::status)).hasSize(5).containsOnly(SeatStatus.BLOCKED);
        assertThat(known.available()).isZero();
        assertThat(known.version()).isEqualTo(unknown.version());
    }

    @Test
    void findsAPriceThatHasChangedAlsoWhereTheSumIsTheSame() {
        var before = maps.of(hall);
        execute("update reservation.seat set price = price - 20 where schedule_id = :id and section = 'A'");
        execute("update reservation.seat set price = price + 30 where schedule_id = :id and section = 'B'");

        var after = aSecondLater();

        assertThat(after.sections()).containsExactly(new SectionView("A", 70, 3, 3), new SectionView("B", 80, 2, 2));
        assertThat(after.layout().version()).isNotEqualTo(before.layout().version());
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    @Test
    void findsSeatsThatWereAdded() {
        var before = maps.of(hall);
        execute("""
                insert into reservation.seat (schedule_id, section, section_position, row_label, number, label, price)
                values (:id, 'B', 2, '1', 3, 'B-1-3', 50)
                """);

        var after = aSecondLater();

        assertThat(after.layout().seatCount()).isEqualTo(6);
        assertThat(after.seats().map(SeatView::label)).last().isEqualTo("B-1-3");
        assertThat(after.layout().version()).isNotEqualTo(before.layout().version());
    }

    @Test
    void showsNoSeatsWhereThereAreNone() {
        var none = maps.of(ScheduleId.generate());

        assertThat(none.layout().seatCount()).isZero();
        assertThat(none.seats()).isEmpty();
        assertThat(none.sections()).isEmpty();
        assertThat(none.statesInBase64()).isEmpty();
    }

    private void write(ScheduleId id, Section... sections) {
        seats.write(new ScheduleOpened(id, ConcertId.generate(), List.of(sections)));
    }

    private void execute(String sql) {
        jdbc.sql(sql).param("id", hall.value()).update();
    }

    private List<SeatStatus> states() {
        return maps.of(hall).seats().map(SeatView::status).toList();
    }

    private SeatMap aSecondLater() {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        return maps.of(hall);
    }
}
