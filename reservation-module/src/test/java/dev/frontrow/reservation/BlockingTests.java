package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.somebody;
import static dev.frontrow.reservation.TakenSeats.assertOneGets;
import static dev.frontrow.reservation.TakenSeats.assertTaken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.AtOnce.Outcome;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.ReservationExpired;
import dev.frontrow.reservation.application.port.in.BlockSeats.Blocked;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.port.in.UnblockSeats;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.domain.BlockId;
import dev.frontrow.reservation.domain.BlockNotFound;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatNotFound;
import dev.frontrow.reservation.domain.SeatTaken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@ModuleTest
class BlockingTests {

    private final BoxOffice office;
    private final PaymentsStandIn till;
    private final UnblockSeats unblockSeats;
    private final OverseeSchedule overseeSchedule;

    BlockingTests(BoxOffice office, PaymentsStandIn till, UnblockSeats unblockSeats, OverseeSchedule overseeSchedule) {
        this.office = office;
        this.till = till;
        this.unblockSeats = unblockSeats;
        this.overseeSchedule = overseeSchedule;
    }

    @Test
    void takesSeatsOutOfTheSaleUntilTheBlockEnds() {
        var sale = office.open(3);
        var seats = office.seats(sale);
        var block = office.block(sale, seats.get(2), seats.get(0));

        assertThat(block.seatIds()).extracting(SeatId::toString).containsExactly(seats.get(0), seats.get(2));
        assertThat(office.seat(seats.get(0))).isEqualTo("BLOCKED");
        assertTaken(() -> office.reserve(somebody(), sale, seats.get(0), seats.get(1)), seats.get(0));

        unblockSeats.unblock(block.id());

        assertThat(office.seat(seats.get(0))).isEqualTo("AVAILABLE");
        assertThat(office.reserve(somebody(), sale, seats.get(0), seats.get(2)).tickets())
                .hasSize(2);
        assertThatThrownBy(() -> unblockSeats.unblock(block.id())).isInstanceOf(BlockNotFound.class);
        assertThatThrownBy(() -> unblockSeats.unblock(BlockId.of("nothing"))).isInstanceOf(BlockNotFound.class);
    }

    @Test
    void blocksAllSeatsOrNone() {
        var sale = office.open(5);
        var seats = office.seats(sale);
        office.reserve(somebody(), sale, seats.get(1));
        office.sell(somebody(), sale, seats.get(2));
        office.block(sale, seats.get(3));

        assertTaken(() -> office.block(sale, seats.toArray(String[]::new)), seats.get(1), seats.get(2), seats.get(3));

        assertThat(office.seat(seats.get(0))).isEqualTo("AVAILABLE");
        assertThat(office.blocks(sale)).hasSize(1);
    }

    @Test
    void findsNoSeatOfAnotherScheduleAndNoScheduleThatThereIsNot() {
        var sale = office.open(1);
        var other = office.seats(office.open(1)).getFirst();

        assertThatThrownBy(() -> office.block(sale, office.seats(sale).getFirst(), other))
                .isInstanceOf(SeatNotFound.class);
        assertThatThrownBy(() -> office.block(sale, "x")).isInstanceOf(SeatNotFound.class);
        assertThatThrownBy(() -> office.block(somebody(), null, "nowhere", "why", List.of(other)))
                .isInstanceOf(ScheduleNotFound.class);
        assertThatThrownBy(
                        () -> office.block(somebody(), null, UUID.randomUUID().toString(), "why", List.of(other)))
                .isInstanceOf(ScheduleNotFound.class);
        assertThat(office.seat(other)).isEqualTo("AVAILABLE");
    }

    @Test
    void blocksASeatWhoseHoldIsOverAndKeepsItFromWhoHeldIt() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var old = office.reserve(somebody(), null, sale, seats).reservation();
        office.runOut(old.id());

        var block = office.block(sale, seats.getFirst());

        assertThatThrownBy(() -> till.pay(old.id().value())).isInstanceOf(ReservationExpired.class);
        office.sweep();
        assertThat(office.state(old.id())).isEqualTo("EXPIRED VOID VOID");
        assertThat(office.seat(seats.get(0))).isEqualTo("BLOCKED");
        assertThat(office.seat(seats.get(1))).isEqualTo("AVAILABLE");
        unblockSeats.unblock(block.id());
    }

    @Test
    void letsOneWinOfAClaimAndABlockOfTheSameSeat() {
        for (var round = 0; round < 10; round++) {
            var sale = office.open(2);
            var seats = office.seats(sale);
            var things = new ArrayList<Callable<Object>>();
            for (var i = 0; i < 5; i++) {
                things.add(() -> office.reserve(somebody(), sale, seats.toArray(String[]::new)));
                things.add(() -> office.block(sale, seats.reversed().toArray(String[]::new)));
            }

            assertOneGets(things);

            assertThat(office.seat(seats.get(0))).isEqualTo(office.seat(seats.get(1)));
        }
    }

    @Test
    void endsABlockOnceHoweverManyEndIt() {
        var sale = office.open(3);
        var block = office.block(sale, office.seats(sale).toArray(String[]::new));

        var outcomes = AtOnce.outcomes(Collections.nCopies(8, () -> {
            unblockSeats.unblock(block.id());
            return "ended";
        }));

        assertThat(outcomes.stream().filter(outcome -> outcome.value() != null)).hasSize(1);
        assertThat(outcomes.stream().map(Outcome::thrown).filter(BlockNotFound.class::isInstance))
                .hasSize(7);
    }

    @Test
    void answersTheSameKeyWithTheBlockAsItWasMade() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var organiser = somebody();
        var first = block(organiser, sale, "why", seats);
        unblockSeats.unblock(first.block().id());

        var again = block(organiser, sale, "why", seats.reversed());

        assertThat(first.replayed()).isFalse();
        assertThat(again).isEqualTo(new Blocked(first.block(), true));
        assertThat(office.seat(seats.getFirst())).isEqualTo("AVAILABLE");
        assertThatThrownBy(() -> block(organiser, sale, "why else", seats)).isInstanceOf(IdempotencyKeyReused.class);
        assertThatThrownBy(() -> block(organiser, sale, "why", seats.subList(0, 1)))
                .isInstanceOf(IdempotencyKeyReused.class);
        assertThat(block(somebody(), sale, "why", seats).replayed()).isFalse();
    }

    @Test
    void freesTheKeyOfARefusal() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var organiser = somebody();
        office.reserve(somebody(), sale, seats.get(0));
        assertThatThrownBy(() -> block(organiser, sale, "why", seats)).isInstanceOf(SeatTaken.class);

        assertThat(block(organiser, sale, "why", seats.subList(1, 2)).replayed())
                .isFalse();
    }

    @Test
    void replaysTwinsThatComeAtOnce() {
        var sale = office.open(2);
        var seats = office.seats(sale);
        var organiser = somebody();

        var blocked = AtOnce.times(8, () -> block(organiser, sale, "why", seats));

        assertThat(blocked.stream().filter(each -> !each.replayed())).hasSize(1);
        assertThat(blocked)
                .extracting(Blocked::block)
                .containsOnly(blocked.getFirst().block());
    }

    @Test
    void showsTheNewestBlocksFirstAndThoseThatAreOverNotAtAll() {
        var sale = office.open(4);
        var seats = office.seats(sale);
        var blocks = seats.stream().map(seat -> office.block(sale, seat)).toList();
        unblockSeats.unblock(blocks.get(1).id());

        assertThat(office.blocks(sale))
                .containsExactly(BlockView.of(blocks.get(3)), BlockView.of(blocks.get(2)), BlockView.of(blocks.get(0)));

        var page = overseeSchedule.blocks(sale.scheduleId(), new PageRequest(2, null));
        assertThat(page.items())
                .extracting(BlockView::id)
                .containsExactly(blocks.get(3).id(), blocks.get(2).id());
        assertThat(page.nextCursor()).isNotNull();
    }

    private Blocked block(UserId organiser, ScheduleSale sale, String reason, List<String> seats) {
        return office.block(organiser, "key", sale.scheduleId().toString(), reason, seats);
    }
}
