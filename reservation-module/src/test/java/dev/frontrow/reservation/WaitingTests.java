package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.OPEN;
import static dev.frontrow.reservation.BoxOffice.STARTS_AT;
import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.LeaveWaitingList;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.NotOnWaitingList;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatLimitExceeded;
import dev.frontrow.reservation.domain.SeatTaken;
import dev.frontrow.reservation.domain.SeatsAvailable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jmolecules.event.types.DomainEvent;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Waiting for seats that become free, and being offered them. */
@ModuleTest
class WaitingTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final ConcertsStandIn concerts;
    private final LeaveWaitingList leaveWaitingList;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final UnblockSeats unblockSeats;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    WaitingTests(
            BoxOffice office,
            PaymentsStandIn till,
            ConcertsStandIn concerts,
            LeaveWaitingList leaveWaitingList,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            UnblockSeats unblockSeats,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.office = office;
        this.till = till;
        this.concerts = concerts;
        this.leaveWaitingList = leaveWaitingList;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.unblockSeats = unblockSeats;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Test
    void isForSeatsThatCantBeHadNow() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(0));

        assertThatThrownBy(() -> office.waitFor(somebody(), sale, 2)).isInstanceOf(SeatsAvailable.class);
        assertThat(office.waitFor(somebody(), sale, 3)).isTrue();
        assertThatThrownBy(() -> office.waitFor(somebody(), sale, 1)).isInstanceOf(SeatsAvailable.class);
        assertThat(office.reserve(somebody(), sale, seats.get(1)).tickets())
                .as("nobody's wish fits into two")
                .hasSize(1);
        assertThat(office.waitFor(somebody(), sale, 2)).isTrue();
    }

    @Test
    void offersWhateverBecomesFreeInTheOrderOfJoining() {
        var sale = office.open(5);
        var seats = office.seats(sale);
        var held = office.reserve(somebody(), sale, seats.get(0));
        var paid = office.reserve(somebody(), sale, seats.get(1));
        till.pay(paid.id().value());
        var over = office.reserve(somebody(), sale, seats.get(2));
        var block = office.block(sale, seats.get(3));
        var given = office.give(somebody(), sale, seats.get(4));
        var first = office.waiting(sale, 1);
        var second = office.waiting(sale, 1);
        var third = office.waiting(sale, 1);
        var fourth = office.waiting(sale, 1);
        var fifth = office.waiting(sale, 1);
        var sixth = office.waiting(sale, 1, "A");

        office.offer(sale);
        assertThat(office.waits(first, sale)).isEqualTo("WAITING");
        releaseHold.release(held.id(), held.userId());
        office.offer(sale);
        cancelReservation.cancel(paid.id(), paid.userId());
        office.offer(sale);
        office.runOut(over.id());
        office.offer(sale);
        unblockSeats.unblock(block.id());
        office.offer(sale);
        cancelReservation.cancelAsOrganiser(given.id());
        office.offer(sale);

        assertThat(office.waits(first, sale)).isEqualTo("OFFERED " + seats.get(0));
        assertThat(office.waits(second, sale)).isEqualTo("OFFERED " + seats.get(1));
        assertThat(office.waits(third, sale)).isEqualTo("OFFERED " + seats.get(2));
        assertThat(office.waits(fourth, sale)).isEqualTo("OFFERED " + seats.get(3));
        assertThat(office.waits(fifth, sale)).isEqualTo("OFFERED " + seats.get(4));
        assertThat(office.waits(sixth, sale)).isEqualTo("WAITING");
    }

    @Test
    void offersSeatsOfASectionThatWasAdded() {
        var sale = soldOut(1);
        var kim = office.waiting(sale, 2);

        publish(new SectionAdded(sale.scheduleId(), new Section("B", 1, 2, 50), 2));
        office.offer(sale);

        assertThat(office.waits(kim, sale))
                .isEqualTo("OFFERED " + String.join(" ", office.seats(sale).subList(1, 3)));
    }

    @Test
    void keepsWhatIsFreeForThoseWhoseWishFits() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var held = office.reserve(somebody(), null, sale, seats).reservation();
        var kim = office.waiting(sale, 2);
        office.runOut(held.id());

        assertTaken(() -> office.reserve(somebody(), sale, seats.get(2), seats.get(0)), seats.get(0), seats.get(2));
        assertTaken(() -> office.reserve(kim, sale, seats.get(0)), seats.get(0));
        assertThat(office.waitFor(somebody(), sale, 1))
                .as("what is kept for others is waited for")
                .isTrue();
        office.offer(sale);

        assertThat(office.waits(kim, sale)).isEqualTo("OFFERED " + seats.get(0) + " " + seats.get(1));
        assertTaken(() -> office.reserve(somebody(), sale, seats.get(0)), seats.get(0));
        assertThat(office.seat(seats.get(2))).startsWith("HELD");
    }

    @Test
    void sellsToAllWhatFitsNoWish() {
        var sale = soldOut(3);
        var seats = office.seats(sale);
        var kim = office.waiting(sale, 2);
        free(sale, seats.get(0));

        office.offer(sale);

        assertThat(office.waits(kim, sale)).isEqualTo("WAITING");
        assertThat(office.reserve(somebody(), sale, seats.get(0)).tickets()).hasSize(1);
    }

    @Test
    void passesOverAWishThatIsLargerThanWhatIsFreeUntilItFits() {
        var sale = soldOut(3);
        var seats = office.seats(sale);
        var large = office.waiting(sale, 2);
        var small = office.waiting(sale, 1);
        var last = office.waiting(sale, 1);
        free(sale, seats.get(2));
        office.offer(sale);
        assertThat(List.of(office.waits(large, sale), office.waits(small, sale), office.waits(last, sale)))
                .containsExactly("WAITING", "OFFERED " + seats.get(2), "WAITING");

        free(sale, seats.get(0), seats.get(1));
        office.offer(sale);

        assertThat(office.waits(large, sale)).isEqualTo("OFFERED " + seats.get(0) + " " + seats.get(1));
        assertThat(office.waits(last, sale)).isEqualTo("WAITING");
    }

    @Test
    void offersSeatsOfTheWishedSectionsAlone() {
        var sale = office.open(OPEN, STARTS_AT, List.of(new Section("A", 1, 1, 100), new Section("B", 1, 1, 50)));
        var seats = office.seats(sale);
        office.block(sale, seats.get(1));
        assertThat(office.waitFor(somebody(), sale, 1, "B")).isTrue();
        var held = office.reserve(somebody(), sale, seats.get(0));
        var any = office.waiting(sale, 1);

        releaseHold.release(held.id(), held.userId());
        office.offer(sale);

        assertThat(office.waits(any, sale)).isEqualTo("OFFERED " + seats.get(0));
    }

    @Test
    void makesAnOfferThatIsPaidWithoutAPlaceInLine() {
        var sale = soldOut(2);
        var kim = office.waiting(sale, 2);
        free(sale, office.seats(sale).toArray(String[]::new));
        office.offer(sale);
        var offer = office.offeredTo(kim, sale);

        assertThat(jdbc.sql("""
                        select r.offer and r.amount = 200 and p.admission = '' and p.payable_until = r.hold_expires_at
                               and r.hold_expires_at = r.created_at + interval '30 minutes'
                          from reservation.reservation r
                          join stand_in.payment p on p.reservation_id = r.id
                         where r.id = :id
                        """).param("id", offer.value()).query(Boolean.class).single())
                .isTrue();
        till.pay(offer.value());

        assertThat(office.state(offer)).isEqualTo("CONFIRMED PAID PAID");
        assertThat(office.waits(kim, sale)).startsWith("ENDED");
    }

    @Test
    void offersTheNextWhatWasNotPaidOrGivenUp() {
        var sale = soldOut(1);
        var seat = office.seats(sale).getFirst();
        var first = office.waiting(sale, 1);
        var second = office.waiting(sale, 1);
        var third = office.waiting(sale, 1);
        free(sale, seat);
        office.offer(sale);

        office.runOut(office.offeredTo(first, sale));
        assertThat(office.waits(first, sale)).as("swept or not").startsWith("ENDED");
        assertTaken(() -> office.reserve(somebody(), sale, seat), seat);
        office.offer(sale);
        assertThat(office.waits(second, sale)).isEqualTo("OFFERED " + seat);
        releaseHold.release(office.offeredTo(second, sale), second);
        office.offer(sale);

        assertThat(office.waits(second, sale)).startsWith("ENDED");
        assertThat(office.waits(third, sale)).isEqualTo("OFFERED " + seat);
        assertThat(office.waits(first, sale)).startsWith("ENDED");
    }

    @Test
    void joinsAtTheEndAgainOnceTheWaitHasEnded() {
        var sale = soldOut(1);
        var seat = office.seats(sale).getFirst();
        var kim = office.waiting(sale, 1);
        var other = office.waiting(sale, 1);
        free(sale, seat);
        office.offer(sale);
        office.runOut(office.offeredTo(kim, sale));
        assertThatThrownBy(() -> leaveWaitingList.leave(sale.scheduleId(), kim)).isInstanceOf(NotOnWaitingList.class);

        assertThat(office.waitFor(kim, sale, 1)).isTrue();

        office.offer(sale);
        assertThat(office.waits(kim, sale)).isEqualTo("WAITING");
        assertThat(office.waits(other, sale)).isEqualTo("OFFERED " + seat);
    }

    @Test
    void keepsThePlaceWhenTheWishIsChanged() {
        var sale = soldOut(2);
        var seats = office.seats(sale);
        var kim = office.waiting(sale, 2);
        var other = office.waiting(sale, 1);
        assertThat(office.waitFor(kim, sale, 2)).isFalse();
        assertThat(office.waitFor(kim, sale, 1, "A")).isFalse();
        free(sale, seats.get(0));
        office.offer(sale);

        assertThat(office.waits(kim, sale)).isEqualTo("OFFERED " + seats.get(0));
        assertThat(office.waits(other, sale)).isEqualTo("WAITING");
        assertThat(office.waitFor(kim, sale, 1)).isFalse();
        assertThatThrownBy(() -> office.waitFor(kim, sale, 2)).isInstanceOf(ChangeNotAllowed.class);
    }

    @Test
    void givesUpTheOfferWithThePlace() {
        var sale = soldOut(1);
        var seat = office.seats(sale).getFirst();
        var kim = office.waiting(sale, 1);
        var other = office.waiting(sale, 1);
        free(sale, seat);
        office.offer(sale);
        var offer = office.offeredTo(kim, sale);

        leaveWaitingList.leave(sale.scheduleId(), kim);

        assertThat(office.state(offer)).isEqualTo("RELEASED VOID");
        assertThat(office.waits(kim, sale)).isEqualTo("nothing");
        leaveWaitingList.leave(sale.scheduleId(), other);
        office.offer(sale);
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
        assertThatThrownBy(() -> office.waitFor(kim, sale, 2)).isInstanceOf(SeatLimitExceeded.class);
        var ann = office.waiting(sale, 4);
        var bob = office.waiting(sale, 2);
        office.reserve(ann, sale, seats.get(3));
        releaseHold.release(held.id(), kim);
        free(sale, seats.get(4));

        office.offer(sale);

        assertThat(office.waits(ann, sale))
                .as("has one already, and wished for four")
                .isEqualTo("ENDED");
        assertThat(office.waits(bob, sale)).startsWith("OFFERED");
    }

    @Test
    void makesNoOfferThatOutlivesTheSale() {
        var soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        var sale = office.open(new SaleWindow(OPEN.opensAt(), soon), STARTS_AT, List.of(new Section("A", 1, 1, 100)));
        var seat = office.seats(sale).getFirst();
        office.block(sale, seat);
        var kim = office.waiting(sale, 1);
        free(sale, seat);
        office.offer(sale);

        assertThat(jdbc.sql("select hold_expires_at from reservation.reservation where id = :id")
                        .param("id", office.offeredTo(kim, sale).value())
                        .query((row, n) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .single())
                .isEqualTo(soon);
    }

    @Test
    void endsWithTheSaleAndIsNotRevived() {
        var sale = soldOut(2);
        var seats = office.seats(sale);
        var offered = office.waiting(sale, 1);
        var waiting = office.waiting(sale, 1);
        free(sale, seats.get(0));
        office.offer(sale);
        var closed = new SaleWindow(OPEN.opensAt(), Instant.now().minusSeconds(1));

        resell(sale, closed);

        assertThat(office.waits(offered, sale)).as("closing shortens no offer").isEqualTo("OFFERED " + seats.get(0));
        assertThat(office.waits(waiting, sale)).isEqualTo("ENDED");
        assertThatThrownBy(() -> office.waitFor(waiting, sale, 1)).isInstanceOf(SaleNotOpen.class);
        assertThatThrownBy(() -> office.waitFor(offered, sale, 1)).isInstanceOf(SaleNotOpen.class);
        free(sale, seats.get(1));
        office.offer(sale);
        resell(sale, OPEN);
        office.offer(sale);
        assertThat(office.waits(waiting, sale)).isEqualTo("ENDED");
        assertThat(office.reserve(somebody(), sale, seats.get(1)).tickets()).hasSize(1);
    }

    @Test
    void endsByTheClockAloneAndIsNotRevivedByALaterClosing() {
        var sale = soldOut(1);
        var kim = office.waiting(sale, 1);
        var lee = office.waiting(sale, 1);
        jdbc.sql("update reservation.waiting_list set closes_at = statement_timestamp() where schedule_id = :id")
                .param("id", sale.scheduleId().value())
                .update();
        assertThat(office.waits(kim, sale)).isEqualTo("ENDED");

        resell(sale, new SaleWindow(OPEN.opensAt(), OPEN.closesAt().minusSeconds(1)));

        assertThat(office.waits(kim, sale)).isEqualTo("ENDED");
        assertThat(office.waits(lee, sale)).isEqualTo("ENDED");
    }

    @Test
    void endsWhenItIsLookedAtAfterTheSale() {
        var sale = soldOut(1);
        var kim = office.waiting(sale, 1);
        concerts.changeUnnoticed(new ScheduleSale(
                sale.scheduleId(),
                sale.concertId(),
                new SaleWindow(OPEN.opensAt(), Instant.parse("2020-01-02T00:00:00Z")),
                STARTS_AT,
                sale.seatsPerUserMax(),
                sale.refundTerms(),
                null));

        office.offer(sale);

        assertThat(office.waits(kim, sale)).isEqualTo("ENDED");
    }

    @Test
    void goesBehindBlocksAndGifts() {
        var sale = soldOut(2);
        var seats = office.seats(sale);
        var kim = office.waiting(sale, 1);
        free(sale, seats.get(0), seats.get(1));

        var block = office.block(sale, seats.get(0));
        office.give(somebody(), sale, seats.get(1));
        office.offer(sale);

        assertThat(office.waits(kim, sale)).isEqualTo("WAITING");
        unblockSeats.unblock(block.id());
        office.offer(sale);
        assertThat(office.waits(kim, sale)).isEqualTo("OFFERED " + seats.get(0));
    }

    @Test
    void isNotFoundWhereTheScheduleIsHidden() {
        var sale = soldOut(1);
        var kim = office.waiting(sale, 1);
        concerts.hideUnnoticed(sale.scheduleId());

        assertThatThrownBy(() -> office.waitFor(somebody(), sale, 1)).isInstanceOf(ScheduleNotFound.class);
        free(sale, office.seats(sale).getFirst());
        office.offer(sale);
        assertThat(office.waits(kim, sale)).isEqualTo("WAITING");
        concerts.changeUnnoticed(sale);
        office.offer(sale);
        assertThat(office.waits(kim, sale)).startsWith("OFFERED");
    }

    /** All seats in one block each, so that nobody's limit is reached. */
    private ScheduleSale soldOut(int seats) {
        var sale = office.open(seats);
        office.seats(sale).forEach(seat -> office.block(sale, seat));
        return sale;
    }

    private void free(ScheduleSale sale, String... seats) {
        for (var seat : seats) {
            unblockSeats.unblock(jdbc.sql("select block_id from reservation.seat where id = :id")
                    .param("id", Long.parseLong(seat))
                    .query((row, n) -> BlockId.of(row.getString(1)))
                    .single());
        }
        assertThat(office.seats(sale)).contains(seats);
    }

    private void resell(ScheduleSale sale, SaleWindow window) {
        concerts.changeUnnoticed(new ScheduleSale(
                sale.scheduleId(),
                sale.concertId(),
                window,
                sale.startsAt(),
                sale.seatsPerUserMax(),
                sale.refundTerms(),
                null));
        publish(new SaleRescheduled(sale.scheduleId(), window));
    }

    private void publish(DomainEvent event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private static void assertTaken(Supplier<Reservation> reserving, String... seats) {
        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(reserving::get)
                .satisfies(refused ->
                        assertThat(refused.taken()).extracting(SeatId::toString).containsExactly(seats));
    }
}
