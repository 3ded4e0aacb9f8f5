package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.OPEN;
import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.queue.Admissions;
import dev.frontrow.reservation.application.port.in.LeaveWaitingList;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatsAvailable;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Places on the waiting list: how they are taken, kept, changed and lost. */
@ModuleTest
class WaitingTests {

    private final BoxOffice office;
    private final WaitingScene list;
    private final ConcertsStandIn concerts;
    private final LeaveWaitingList leaveWaitingList;
    private final ReleaseHold releaseHold;
    private final Admissions admissions;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    WaitingTests(
            BoxOffice office,
            WaitingScene list,
            ConcertsStandIn concerts,
            LeaveWaitingList leaveWaitingList,
            ReleaseHold releaseHold,
            Admissions admissions,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.office = office;
        this.list = list;
        this.concerts = concerts;
        this.leaveWaitingList = leaveWaitingList;
        this.releaseHold = releaseHold;
        this.admissions = admissions;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void isForSeatsThatCantBeHadNow() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0));

        assertThatThrownBy(() -> list.join(somebody(), sale, 2)).isInstanceOf(SeatsAvailable.class);
        assertThat(list.join(somebody(), sale, 3)).isTrue();
        assertThatThrownBy(() -> list.join(somebody(), sale, 1)).isInstanceOf(SeatsAvailable.class);
        assertThat(office.reserve(somebody(), sale, seats.get(1)).tickets())
                .as("nobody's wish fits into two")
                .hasSize(1);
        assertThat(list.join(somebody(), sale, 2)).isTrue();
    }

    @Test
    void beginsOnlyWhenWhatTheUserIsAtIsDone() {
        var sale = list.soldOut(1);
        var kim = somebody();
        var joining = new CompletableFuture<Boolean>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(_ -> {
                admissions.awaitActionsOf(kim, sale.concertId());
                joining.completeAsync(() -> list.join(kim, sale, 1), threads);
                Awaitility.await().until(office::somebodyWaitsForALock);
                assertThat(joining).isNotDone();
            });
        }

        assertThat(joining).isCompletedWithValue(true);
    }

    @Test
    void isNotFoundWhereTheScheduleIsHidden() {
        var sale = list.soldOut(1);
        var kim = list.waiting(sale, 1);
        concerts.hideUnnoticed(sale.scheduleId());

        assertThatThrownBy(() -> list.join(somebody(), sale, 1)).isInstanceOf(ScheduleNotFound.class);
        list.offer(sale, office.seats(sale).getFirst());
        assertThat(list.status(kim, sale)).isEqualTo("WAITING");
        concerts.changeUnnoticed(sale);
        list.offer(sale);
        assertThat(list.status(kim, sale)).startsWith("OFFERED");
    }

    @Test
    void joinsAtTheEndAgainOnceTheWaitHasEnded() {
        var sale = list.soldOut(1);
        var seat = office.seats(sale).getFirst();
        var kim = list.waiting(sale, 1);
        var other = list.waiting(sale, 1);
        list.offer(sale, seat);
        office.runOut(list.offeredTo(kim, sale));
        assertThatThrownBy(() -> leaveWaitingList.leave(sale.scheduleId(), kim)).isInstanceOf(NotOnWaitingList.class);

        assertThat(list.join(kim, sale, 1)).isTrue();

        list.offer(sale);
        assertThat(list.status(kim, sale)).isEqualTo("WAITING");
        assertThat(list.status(other, sale)).isEqualTo("OFFERED " + seat);
    }

    @Test
    void keepsThePlaceWhenTheWishIsChanged() {
        var sale = list.soldOut(2);
        var seats = office.seats(sale);
        var kim = list.waiting(sale, 2);
        var other = list.waiting(sale, 1);
        assertThat(list.join(kim, sale, 2)).isFalse();
        assertThat(list.join(kim, sale, 1, "A")).isFalse();
        list.offer(sale, seats.get(0));

        assertThat(list.status(kim, sale)).isEqualTo("OFFERED " + seats.get(0));
        assertThat(list.status(other, sale)).isEqualTo("WAITING");
        assertThat(list.join(kim, sale, 1)).isFalse();
        assertThatThrownBy(() -> list.join(kim, sale, 2)).isInstanceOf(ChangeNotAllowed.class);
    }

    @Test
    void givesUpTheOfferWithThePlace() {
        var sale = list.soldOut(1);
        var seat = office.seats(sale).getFirst();
        var kim = list.waiting(sale, 1);
        var other = list.waiting(sale, 1);
        list.offer(sale, seat);
        var offer = list.offeredTo(kim, sale);

        leaveWaitingList.leave(sale.scheduleId(), kim);

        assertThat(office.state(offer)).isEqualTo("RELEASED VOID");
        assertThat(list.status(kim, sale)).isEqualTo("nothing");
        leaveWaitingList.leave(sale.scheduleId(), other);
        list.offer(sale);
        assertThat(office.seat(seat)).as("nobody waits any more").isEqualTo("AVAILABLE");
        assertThatThrownBy(() -> leaveWaitingList.leave(sale.scheduleId(), kim)).isInstanceOf(NotOnWaitingList.class);
    }

    @Test
    void refusesAWishBeyondTheLimitAndEndsOneThatIsWhenItsTurnComes() {
        var sale = office.open(5);
        var seats = office.seats(sale);
        var kim = somebody();
        var held = office.reserve(kim, null, sale, seats.subList(0, 3)).reservation();
        office.block(sale, seats.get(4));
        assertThatThrownBy(() -> list.join(kim, sale, 2)).isInstanceOf(SeatLimitExceeded.class);
        var ann = list.waiting(sale, 4);
        var bob = list.waiting(sale, 2);
        office.reserve(ann, sale, seats.get(3));
        releaseHold.release(held.id(), kim);
        list.offer(sale, seats.get(4));

        assertThat(list.status(ann, sale))
                .as("has one already, and wished for four")
                .isEqualTo("ENDED");
        assertThat(list.status(bob, sale)).startsWith("OFFERED");
    }

    @Test
    void endsWithTheSaleAndIsNotRevived() {
        var sale = list.soldOut(2);
        var seats = office.seats(sale);
        var offered = list.waiting(sale, 1);
        var waiting = list.waiting(sale, 1);
        list.offer(sale, seats.get(0));
        var closed = new SaleWindow(OPEN.opensAt(), Instant.now().minusSeconds(1));

        office.reschedule(sale, closed);

        assertThat(list.status(offered, sale)).as("closing shortens no offer").isEqualTo("OFFERED " + seats.get(0));
        assertThat(list.status(waiting, sale)).isEqualTo("ENDED");
        assertThatThrownBy(() -> list.join(waiting, sale, 1)).isInstanceOf(SaleNotOpen.class);
        assertThatThrownBy(() -> list.join(offered, sale, 1)).isInstanceOf(SaleNotOpen.class);
        list.offer(sale, seats.get(1));
        office.reschedule(sale, OPEN);
        list.offer(sale);
        assertThat(list.status(waiting, sale)).isEqualTo("ENDED");
        assertThat(office.reserve(somebody(), sale, seats.get(1)).tickets()).hasSize(1);
    }

    @Test
    void endsByTheClockAloneAndIsNotRevivedByALaterClosing() {
        var sale = list.soldOut(1);
        var kim = list.waiting(sale, 1);
        var lee = list.waiting(sale, 1);
        jdbc.sql("update reservation.waiting_list set closes_at = statement_timestamp() where schedule_id = :id")
                .param("id", sale.scheduleId().value())
                .update();
        assertThat(list.status(kim, sale)).isEqualTo("ENDED");

        office.reschedule(sale, new SaleWindow(OPEN.opensAt(), OPEN.closesAt().minusSeconds(1)));

        assertThat(list.status(kim, sale)).isEqualTo("ENDED");
        assertThat(list.status(lee, sale)).isEqualTo("ENDED");
    }

    @Test
    void endsWhenItIsLookedAtAfterTheSale() {
        var sale = list.soldOut(1);
        var kim = list.waiting(sale, 1);
        concerts.rescheduleUnnoticed(sale, new SaleWindow(OPEN.opensAt(), Instant.parse("2020-01-02T00:00:00Z")));

        list.offer(sale);

        assertThat(list.status(kim, sale)).isEqualTo("ENDED");
    }
}
