package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.Invariant;
import dev.frontrow.payment.PaymentRefused;
import dev.frontrow.reservation.PaymentsStandIn.NotPayable;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationRefused;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatTaken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything at once, over the same few seats. */
@ModuleTest
class ContentionTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final List<Invariant> invariants;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ContentionTests(
            BoxOffice office,
            PaymentsStandIn till,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            List<Invariant> invariants,
            HikariDataSource pool,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.office = office;
        this.till = till;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.invariants = invariants;
        this.pool = pool;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void neverDeadlocksAndNeverSellsASeatTwice() throws SQLException {
        var sale = office.open(12);
        var seats = office.seats(sale);
        var before = deadlocks();

        var actors = new ArrayList<Callable<Integer>>();
        for (var actor = 0; actor < 16; actor++) {
            var random = new Random(actor);
            actors.add(() -> actAtRandom(random, sale, seats));
        }
        var done = AtOnce.all(actors);

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(12);
        assertThat(deadlocks()).isEqualTo(before);
        assertThat(invariants)
                .hasSize(6)
                .allSatisfy(invariant -> assertThat(invariant.violations().getAsLong())
                        .as(invariant.name())
                        .isZero());
        assertThat(halfDone(sale)).isZero();
    }

    /** Reserves, and then pays, gives up, cancels, or lets the time be over. Returns how many reservations it got. */
    private int actAtRandom(Random random, ScheduleSale sale, List<String> seats) {
        var made = 0;
        for (var round = 0; round < 20; round++) {
            var wanted = new HashSet<String>();
            while (wanted.size() < 3) {
                wanted.add(seats.get(random.nextInt(seats.size())));
            }
            try {
                var reservation = office.reserve(somebody(), null, sale, wanted).reservation();
                made++;
                goOn(random.nextInt(5), reservation);
            } catch (ReservationRefused | PaymentRefused | NotPayable refused) {
                assertThat(refused).isNotNull();
            }
        }
        return made;
    }

    private void goOn(int way, Reservation reservation) {
        switch (way) {
            case 0 -> {
                till.pay(reservation.id().value());
                cancelReservation.cancel(reservation.id(), reservation.userId());
            }
            case 1 -> releaseHold.release(reservation.id(), reservation.userId());
            case 2 -> {
                office.runOut(reservation.id());
                office.sweep();
            }
            case 3 -> {
                office.runOut(reservation.id());
                till.pay(reservation.id().value());
            }
            default -> office.runOut(reservation.id());
        }
    }

    @Test
    void givesASeatThatAThousandWantToOneAndRefusesAllOthers() {
        var sale = office.open(1);
        var seat = office.seats(sale).getFirst();

        var outcomes = AtOnce.<Reservation>outcomes(
                Stream.<Callable<Reservation>>generate(() -> () -> office.reserve(somebody(), sale, seat))
                        .limit(1_000)
                        .toList());

        assertThat(outcomes).filteredOn(outcome -> outcome.thrown() == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.thrown() != null)
                .allSatisfy(outcome -> assertThat(outcome.thrown()).isInstanceOf(SeatTaken.class));
    }

    @Test
    void countsSeatsOfAPaymentThatIsJustCommittingAlthoughItsHoldIsOver() {
        var sale = office.open(5);
        var seats = office.seats(sale);
        var kim = somebody();
        var held = office.reserve(kim, null, sale, seats.subList(0, 4)).reservation();
        office.runOut(held.id());
        var another = new CompletableFuture<Reservation>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(committing -> {
                for (var step : List.of(
                        "update stand_in.payment set status = 'PAID' where reservation_id = :id",
                        "update reservation.reservation set status = 'CONFIRMED' where id = :id",
                        "update reservation.ticket set status = 'PAID' where reservation_id = :id",
                        "update reservation.seat set status = 'SOLD', hold_expires_at = null where reservation_id = :id")) {
                    jdbc.sql(step).param("id", held.id().value()).update();
                }
                another.completeAsync(() -> office.reserve(kim, sale, seats.get(4)), threads);
                Awaitility.await().until(office::somebodyWaitsForALock);
            });
        }

        assertThat(another)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(SeatLimitExceeded.class);
    }

    @Test
    void settlesPayingReleasingAndSweepingAtOnceOneWay() {
        for (var round = 0; round < 20; round++) {
            var sale = office.open(2);
            var seats = office.seats(sale);
            var reservation = office.reserve(somebody(), null, sale, seats).reservation();
            var id = reservation.id();

            AtOnce.<Integer>outcomes(List.of(
                    () -> act(() -> till.pay(id.value())),
                    () -> act(() -> releaseHold.release(id, reservation.userId())),
                    () -> act(() -> office.runOut(id)),
                    () -> act(office::sweep),
                    () -> act(() -> cancelReservation.cancel(id, reservation.userId())),
                    () -> act(() -> office.reserve(somebody(), sale, seats.getFirst()))));
            office.sweep();

            assertThat(office.state(id) + " " + till.statusOf(id.value()))
                    .isIn(
                            "CONFIRMED PAID PAID PAID",
                            "RELEASED VOID VOID CANCELLED",
                            "EXPIRED VOID VOID CANCELLED",
                            "CANCELLED VOID VOID REFUNDED");
            assertThat(halfDone(sale)).isZero();
        }
    }

    @Test
    void sweepsOnceHoweverManySweepAtOnce() {
        var sale = office.open(40);
        var seats = office.seats(sale);
        var held = new ArrayList<Reservation>();
        for (var seat : seats) {
            held.add(office.reserve(somebody(), sale, seat));
        }
        held.forEach(reservation -> office.runOut(reservation.id()));

        AtOnce.times(8, office::sweep);

        assertThat(held)
                .allSatisfy(reservation ->
                        assertThat(office.state(reservation.id())).isEqualTo("EXPIRED VOID"));
        assertThat(seats).allSatisfy(seat -> assertThat(office.seat(seat)).isEqualTo("AVAILABLE"));
    }

    private static int act(Runnable action) {
        action.run();
        return 1;
    }

    /** Seats of the schedule whose state does not follow from that of the reservation they name. */
    private long halfDone(ScheduleSale sale) {
        return jdbc.sql("""
                        select count(*)
                          from reservation.seat s
                          left join reservation.reservation r on r.id = s.reservation_id
                         where s.schedule_id = :id
                           and (s.status = 'SOLD') is distinct from (r.status is not distinct from 'CONFIRMED')
                        """)
                .param("id", sale.scheduleId().value())
                .query((rs, row) -> rs.getLong(1))
                .single();
    }

    /** How many there were, by the account of every session of the pool: each keeps its own, and hands it in when told to. */
    private long deadlocks() throws SQLException {
        var sessions = new ArrayList<Connection>();
        try {
            for (var i = 0; i < pool.getMaximumPoolSize(); i++) {
                sessions.add(pool.getConnection());
            }
            for (var session : sessions) {
                try (var statement = session.createStatement()) {
                    statement.execute("select pg_stat_force_next_flush()");
                }
            }
        } finally {
            for (var session : sessions) {
                session.close();
            }
        }
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query((rs, row) -> rs.getLong(1))
                .single();
    }
}
