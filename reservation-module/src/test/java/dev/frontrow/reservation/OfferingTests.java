package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.OPEN;
import static dev.frontrow.reservation.BoxOffice.STARTS_AT;
import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.TakenSeats.assertTaken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.reservation.application.port.in.CancelReservation;
import dev.frontrow.reservation.application.port.in.ReleaseHold;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats that become free are offered to those who wait for them. */
@ModuleTest
class OfferingTests {

    private final BoxOffice office;
    private final WaitingScene list;
    private final PaymentsStandIn till;
    private final ReleaseHold releaseHold;
    private final CancelReservation cancelReservation;
    private final UnblockSeats unblockSeats;
    private final JdbcClient jdbc;

    OfferingTests(
            BoxOffice office,
            WaitingScene list,
            PaymentsStandIn till,
            ReleaseHold releaseHold,
            CancelReservation cancelReservation,
            UnblockSeats unblockSeats,
            JdbcClient jdbc) {
        this.office = office;
        this.list = list;
        this.till = till;
        this.releaseHold = releaseHold;
        this.cancelReservation = cancelReservation;
        this.unblockSeats = unblockSeats;
        this.jdbc = jdbc;
    }

    @Test
    void offersWhateverBecomesFreeInTheOrderOfJoining() {
        var sale = office.open(5);
        var seats = office.seats(sale);
        var held = office.reserve(somebody(), sale, seats.get(0));
        var paid = office.sell(somebody(), sale, seats.get(1));
        var over = office.reserve(somebody(), sale, seats.get(2));
        var block = office.block(sale, seats.get(3));
        var given = office.give(somebody(), sale, seats.get(4));
        var first = list.waiting(sale, 1);
        var second = list.waiting(sale, 1);
        var third = list.waiting(sale, 1);
        var fourth = list.waiting(sale, 1);
        var fifth = list.waiting(sale, 1);
        var sixth = list.waiting(sale, 1, "A");

        list.offer(sale);
        assertThat(list.status(first, sale)).isEqualTo("WAITING");
        releaseHold.release(held.id(), held.userId());
        list.offer(sale);
        cancelReservation.cancel(paid.id(), paid.userId());
        list.offer(sale);
        office.runOut(over.id());
        list.offer(sale);
        unblockSeats.unblock(block.id());
        list.offer(sale);
        cancelReservation.cancelAsOrganiser(given.id());
        list.offer(sale);

        assertThat(list.status(first, sale)).isEqualTo("OFFERED " + seats.get(0));
        assertThat(list.status(second, sale)).isEqualTo("OFFERED " + seats.get(1));
        assertThat(list.status(third, sale)).isEqualTo("OFFERED " + seats.get(2));
        assertThat(list.status(fourth, sale)).isEqualTo("OFFERED " + seats.get(3));
        assertThat(list.status(fifth, sale)).isEqualTo("OFFERED " + seats.get(4));
        assertThat(list.status(sixth, sale)).isEqualTo("WAITING");
    }

    @Test
    void isDueOnceSomebodyWaitsAndNotedWhenNothingMoreFits() {
        var sale = list.soldOut(1);
        list.waiting(sale, 1);
        assertThat(list.isDue(sale)).isTrue();

        list.offer(sale);

        assertThat(jdbc.sql("select looked_at > 'epoch' from reservation.waiting_list where schedule_id = :id")
                        .param("id", sale.scheduleId().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void offersSeatsOfASectionThatWasAdded() {
        var sale = list.soldOut(1);
        var kim = list.waiting(sale, 2);

        office.publish(new SectionAdded(sale.scheduleId(), new Section("B", 1, 2, 50), 2));
        list.offer(sale);

        assertThat(list.status(kim, sale))
                .isEqualTo("OFFERED " + String.join(" ", office.seats(sale).subList(1, 3)));
    }

    @Test
    void keepsWhatIsFreeForThoseWhoseWishFits() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var held = office.reserve(somebody(), null, sale, seats).reservation();
        var kim = list.waiting(sale, 2);
        office.runOut(held.id());

        assertTaken(() -> office.reserve(somebody(), sale, seats.get(2), seats.get(0)), seats.get(0), seats.get(2));
        assertTaken(() -> office.reserve(kim, sale, seats.get(0)), seats.get(0));
        assertThat(list.join(somebody(), sale, 1))
                .as("what is kept for others is waited for")
                .isTrue();
        list.offer(sale);

        assertThat(list.status(kim, sale)).isEqualTo("OFFERED " + seats.get(0) + " " + seats.get(1));
        assertTaken(() -> office.reserve(somebody(), sale, seats.get(0)), seats.get(0));
        assertThat(office.seat(seats.get(2))).startsWith("HELD");
    }

    @Test
    void sellsToAllWhatFitsNoWish() {
        var sale = list.soldOut(3);
        var seats = office.seats(sale);
        var kim = list.waiting(sale, 2);
        list.offer(sale, seats.get(0));

        assertThat(list.status(kim, sale)).isEqualTo("WAITING");
        assertThat(office.reserve(somebody(), sale, seats.get(0)).tickets()).hasSize(1);
    }

    @Test
    void passesOverAWishThatIsLargerThanWhatIsFreeUntilItFits() {
        var sale = list.soldOut(3);
        var seats = office.seats(sale);
        var large = list.waiting(sale, 2);
        var small = list.waiting(sale, 1);
        var last = list.waiting(sale, 1);
        list.offer(sale, seats.get(2));
        assertThat(List.of(list.status(large, sale), list.status(small, sale), list.status(last, sale)))
                .containsExactly("WAITING", "OFFERED " + seats.get(2), "WAITING");

        list.offer(sale, seats.get(0), seats.get(1));

        assertThat(list.status(large, sale)).isEqualTo("OFFERED " + seats.get(0) + " " + seats.get(1));
        assertThat(list.status(last, sale)).isEqualTo("WAITING");
    }

    @Test
    void offersSeatsOfTheWishedSectionsAlone() {
        var sale = office.open(new Section("A", 1, 1, 100), new Section("B", 1, 1, 50));
        var seats = office.seats(sale);
        office.block(sale, seats.get(1));
        assertThat(list.join(somebody(), sale, 1, "B")).isTrue();
        var held = office.reserve(somebody(), sale, seats.get(0));
        var any = list.waiting(sale, 1);

        releaseHold.release(held.id(), held.userId());
        list.offer(sale);

        assertThat(list.status(any, sale)).isEqualTo("OFFERED " + seats.get(0));
    }

    @Test
    void makesAnOfferThatIsPaidWithoutAPlaceInLine() {
        var sale = list.soldOut(2);
        var kim = list.waiting(sale, 2);
        list.offer(sale, office.seats(sale).toArray(String[]::new));
        var offer = list.offeredTo(kim, sale);

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
        assertThat(list.status(kim, sale)).startsWith("ENDED");
    }

    @Test
    void offersTheNextWhatWasNotPaidOrGivenUp() {
        var sale = list.soldOut(1);
        var seat = office.seats(sale).getFirst();
        var first = list.waiting(sale, 1);
        var second = list.waiting(sale, 1);
        var third = list.waiting(sale, 1);
        list.offer(sale, seat);

        office.runOut(list.offeredTo(first, sale));
        assertThat(list.status(first, sale)).as("swept or not").startsWith("ENDED");
        assertTaken(() -> office.reserve(somebody(), sale, seat), seat);
        list.offer(sale);
        assertThat(list.status(second, sale)).isEqualTo("OFFERED " + seat);
        releaseHold.release(list.offeredTo(second, sale), second);
        list.offer(sale);

        assertThat(list.status(second, sale)).startsWith("ENDED");
        assertThat(list.status(third, sale)).isEqualTo("OFFERED " + seat);
        assertThat(list.status(first, sale)).startsWith("ENDED");
    }

    @Test
    void makesNoOfferThatOutlivesTheSale() {
        var soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        var sale = office.open(new SaleWindow(OPEN.opensAt(), soon), STARTS_AT, List.of(new Section("A", 1, 1, 100)));
        var seat = office.seats(sale).getFirst();
        office.block(sale, seat);
        var kim = list.waiting(sale, 1);
        list.offer(sale, seat);

        assertThat(jdbc.sql("select hold_expires_at from reservation.reservation where id = :id")
                        .param("id", list.offeredTo(kim, sale).value())
                        .query((row, n) ->
                                row.getObject(1, OffsetDateTime.class).toInstant())
                        .single())
                .isEqualTo(soon);
    }

    @Test
    void goesBehindBlocksAndGifts() {
        var sale = list.soldOut(2);
        var seats = office.seats(sale);
        var kim = list.waiting(sale, 1);
        list.free(seats.get(0), seats.get(1));

        var block = office.block(sale, seats.get(0));
        office.give(somebody(), sale, seats.get(1));
        list.offer(sale);

        assertThat(list.status(kim, sale)).isEqualTo("WAITING");
        unblockSeats.unblock(block.id());
        list.offer(sale);
        assertThat(list.status(kim, sale)).isEqualTo("OFFERED " + seats.get(0));
    }
}
