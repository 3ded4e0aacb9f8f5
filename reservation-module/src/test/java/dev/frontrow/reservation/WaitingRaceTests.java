package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.application.port.out.NewReservations;
import dev.frontrow.reservation.application.port.out.NewReservations.SeenList;
import dev.frontrow.reservation.domain.SeatTaken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hundreds who wait for the same seats, while several instances offer them and others try to have them. */
@ModuleTest
class WaitingRaceTests {

    private static final int WAITING = 500;
    private static final int FREED = 200;
    private static final int INSTANCES = 3;

    private final BoxOffice office;
    private final ConcertsStandIn concerts;
    private final WaitingScene list;
    private final UnblockSeats unblockSeats;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final NewReservations reservations;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    WaitingRaceTests(
            BoxOffice office,
            ConcertsStandIn concerts,
            WaitingScene list,
            UnblockSeats unblockSeats,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            NewReservations reservations,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.office = office;
        this.concerts = concerts;
        this.list = list;
        this.unblockSeats = unblockSeats;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.reservations = reservations;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void offersEachSeatOnceAndInOrderHoweverManyOfferIt() {
        var sale = office.open(FREED);
        var seats = office.seats(sale);
        var freeing = new ArrayList<>(
                seats.stream().map(seat -> soldInSomeWay(sale, seat)).toList());
        Collections.shuffle(freeing, new Random(7));
        AtOnce.times(WAITING, () -> list.waiting(sale, 1));
        var inOrder = waiting(sale);
        var freed = new AtomicInteger();
        var snatched = new ConcurrentLinkedQueue<UserId>();
        var failures = new ConcurrentLinkedQueue<String>();

        var actors = new ArrayList<Callable<Boolean>>();
        actors.add(() -> {
            freeing.forEach(Runnable::run);
            freed.set(FREED);
            return true;
        });
        for (var i = 0; i < INSTANCES; i++) {
            var random = new Random(i);
            actors.add(() -> offerUntilAllIs(sale, random, freed));
        }
        for (var i = 0; i < 8; i++) {
            var random = new Random(i);
            actors.add(() -> {
                while (freed.get() < FREED) {
                    var snatcher = somebody();
                    try {
                        office.reserve(snatcher, sale, seats.get(random.nextInt(FREED)));
                        snatched.add(snatcher);
                    } catch (SeatTaken taken) {
                        assertThat(taken.taken()).hasSize(1);
                    } catch (RuntimeException failed) {
                        failures.add(failed.toString());
                    }
                }
                return true;
            });
        }
        AtOnce.all(actors);

        assertThat(snatched).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(inOrder).hasSize(WAITING);
        assertThat(inOrder.subList(0, FREED))
                .allSatisfy(user -> assertThat(list.status(user, sale)).startsWith("OFFERED"));
        assertThat(inOrder.subList(FREED, WAITING))
                .allSatisfy(user -> assertThat(list.status(user, sale)).isEqualTo("WAITING"));
        assertThat(jdbc.sql("select count(distinct reservation_id) from reservation.seat where schedule_id = :id")
                        .param("id", sale.scheduleId().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(FREED);
        assertThat(office.violations()).isEmpty();
    }

    /** Has the seat taken in one of the ways that there are; tells how it becomes free. */
    private Runnable soldInSomeWay(ScheduleSale sale, String seat) {
        return switch (Integer.parseInt(seat) % 4) {
            case 0 -> {
                var block = office.block(sale, seat);
                yield () -> unblockSeats.unblock(block.id());
            }
            case 1 -> {
                var held = office.reserve(somebody(), sale, seat);
                yield () -> releaseHold.release(held.id(), held.userId());
            }
            case 2 -> {
                var held = office.reserve(somebody(), sale, seat);
                yield () -> office.runOut(held.id());
            }
            default -> {
                var paid = office.sell(somebody(), sale, seat);
                yield () -> cancelReservation.cancel(paid.id(), paid.userId());
            }
        };
    }

    /** An instance that now and then dies before it has committed. */
    private boolean offerUntilAllIs(ScheduleSale sale, Random random, AtomicInteger freed) {
        var isLast = new AtomicBoolean();
        while (!isLast.get()) {
            isLast.set(freed.get() == FREED);
            if (!isLast.get() && random.nextInt(4) == 0) {
                transaction.executeWithoutResult(dying -> {
                    list.offer(sale);
                    dying.setRollbackOnly();
                });
            } else {
                list.offer(sale);
            }
        }
        return true;
    }

    private List<UserId> waiting(ScheduleSale sale) {
        return jdbc.sql("""
                        select user_id from reservation.waiting_entry
                         where schedule_id = :id and status = 'WAITING' order by number
                        """)
                .param("id", sale.scheduleId().value())
                .query((row, n) -> new UserId(row.getString(1)))
                .list();
    }

    @Test
    void findsOutThatSomebodyCameWhoseWishFitsWhileItWasDecided() {
        var sale = openASeatOfSectionAAnd(new Section("B", 1, 2, 50));
        var block = office.block(sale, office.seats(sale).getFirst());
        list.waiting(sale, 1, "A");

        assertThatCode(() -> decidedAfter(sale, 0))
                .as("two are free, in another section")
                .doesNotThrowAnyException();
        unblockSeats.unblock(block.id());
        assertThatThrownBy(() -> decidedAfter(sale, 0)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatCode(() -> decidedAfter(sale, 1)).as("nobody came").doesNotThrowAnyException();
    }

    @Test
    void decidesAnewWhenSomebodyComesWhoseWishFitsWhileItIsDecided() {
        var sale = openASeatOfSectionAAnd(new Section("B", 1, 2, 50));
        var seats = office.seats(sale);
        office.block(sale, seats.getFirst());
        var came = new AtomicInteger();
        concerts.whileDeciding(sale.scheduleId(), () -> {
            list.waiting(sale, 1, "A");
            list.free(seats.getFirst());
            came.incrementAndGet();
        });

        assertThatThrownBy(() -> office.reserve(somebody(), sale, seats.getLast()))
                .isInstanceOf(SeatTaken.class);
        assertThat(came).hasValue(1);
    }

    private ScheduleSale openASeatOfSectionAAnd(Section other) {
        return office.open(BoxOffice.OPEN, BoxOffice.STARTS_AT, List.of(new Section("A", 1, 1, 100), other));
    }

    private void decidedAfter(ScheduleSale sale, int wishes) {
        transaction.executeWithoutResult(
                _ -> reservations.add(List.of(), List.of(new SeenList(sale.scheduleId(), wishes))));
    }

    @Test
    void refusesNoClaimOfASectionBecauseOthersComeToWaitForAnother() {
        var sale = openASeatOfSectionAAnd(new Section("B", 4, 10, 50));
        var seats = office.seats(sale);
        office.block(sale, seats.getFirst());

        var actors = new ArrayList<Callable<Boolean>>();
        for (var seat : seats.subList(1, seats.size())) {
            actors.add(() -> list.join(somebody(), sale, 1, "A"));
            actors.add(() -> office.reserve(somebody(), sale, seat).tickets().size() == 1);
            actors.add(() -> list.join(somebody(), sale, 1, "A"));
        }

        assertThat(AtOnce.all(actors)).hasSize(120).containsOnly(true);
    }

    @Test
    void neverGivesAUserMoreThanTheLimitByReservingAndBeingOfferedAtOnce() {
        var sale = office.open(40);
        var seats = office.seats(sale);
        var users = IntStream.range(0, 4).mapToObj(_ -> somebody()).toList();
        var blocks = seats.stream().map(seat -> office.block(sale, seat)).collect(toCollection(ArrayList::new));
        users.forEach(user -> list.join(user, sale, 3));
        Collections.shuffle(blocks, new Random(1));
        var done = new AtomicBoolean();

        var actors = new ArrayList<Callable<Boolean>>();
        actors.add(() -> {
            blocks.forEach(block -> unblockSeats.unblock(block.id()));
            done.set(true);
            return true;
        });
        actors.add(() -> {
            while (!done.get()) {
                list.offer(sale);
            }
            return true;
        });
        for (var user : users) {
            var random = new Random(user.hashCode());
            actors.add(() -> {
                while (!done.get()) {
                    AtOnce.<Object>outcomes(
                            List.of(() -> office.reserve(user, sale, seats.get(random.nextInt(seats.size())))));
                }
                return true;
            });
        }
        AtOnce.all(actors);

        assertThat(users)
                .allSatisfy(user -> assertThat(jdbc.sql("""
                        select count(*) from reservation.reservation_now r
                          join reservation.ticket t on t.reservation_id = r.id
                         where r.user_id = :user and r.live
                        """)
                                .param("user", user.value())
                                .query(Integer.class)
                                .single())
                        .isLessThanOrEqualTo(4));
    }
}
