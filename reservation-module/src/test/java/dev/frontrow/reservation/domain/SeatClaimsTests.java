package dev.frontrow.reservation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.Points;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeatClaimsTests {

    private static final ScheduleId EVENING = new ScheduleId(UUID.randomUUID());
    private static final ScheduleId MATINEE = new ScheduleId(UUID.randomUUID());

    private final SeatClaims claims = new SeatClaims(List.of(
            seat(1, EVENING, SeatStatus.AVAILABLE),
            seat(2, EVENING, SeatStatus.AVAILABLE),
            seat(3, EVENING, SeatStatus.HELD),
            seat(4, MATINEE, SeatStatus.AVAILABLE),
            seat(5, EVENING, SeatStatus.SOLD),
            seat(6, EVENING, SeatStatus.BLOCKED)));

    @Test
    void givesASeatToTheFirstWhoClaimsIt() {
        assertThat(claims.claim(EVENING, ids(2, 1)))
                .extracting(ticket -> ticket.seatId().value(), Ticket::seatLabel, Ticket::price)
                .containsExactly(tuple(1L, "A-1-1", new Points(100)), tuple(2L, "A-1-2", new Points(200)));

        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(() -> claims.claim(EVENING, ids(1)))
                .satisfies(taken -> assertThat(taken.taken()).containsExactly(new SeatId(1)));
    }

    @Test
    void namesEverySeatThatIsTakenAndGivesNoneOfTheOthers() {
        claims.claim(EVENING, ids(1));

        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(() -> claims.claim(EVENING, ids(1, 2, 3)))
                .satisfies(taken -> assertThat(taken.taken()).containsExactly(new SeatId(1), new SeatId(3)));
        assertThat(claims.claim(EVENING, ids(2))).hasSize(1);
    }

    @Test
    void findsNoSeatOfAnotherScheduleTakenOrNot() {
        assertThatExceptionOfType(SeatNotFound.class).isThrownBy(() -> claims.claim(EVENING, ids(1, 4)));
        assertThatExceptionOfType(SeatNotFound.class).isThrownBy(() -> claims.claim(EVENING, ids(3, 7)));
        assertThat(claims.claim(EVENING, ids(1))).hasSize(1);
    }

    @Test
    void sellsNoBlockedSeat() {
        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(() -> claims.claim(EVENING, ids(1, 6)))
                .satisfies(taken -> assertThat(taken.taken()).containsExactly(new SeatId(6)));
    }

    @Test
    void blocksAllOrNoneOfWhatCanBeHad() {
        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(() -> claims.block(EVENING, ids(1, 3, 5, 6)))
                .satisfies(taken ->
                        assertThat(taken.taken()).containsExactly(new SeatId(3), new SeatId(5), new SeatId(6)));
        assertThatExceptionOfType(SeatNotFound.class).isThrownBy(() -> claims.block(EVENING, ids(1, 4)));

        claims.block(EVENING, ids(1));
        assertThatExceptionOfType(SeatTaken.class).isThrownBy(() -> claims.claim(EVENING, ids(1, 2)));
        assertThat(claims.claim(EVENING, ids(2))).hasSize(1);
    }

    @Test
    void givesFreeAndBlockedSeatsForNothing() {
        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(() -> claims.give(EVENING, ids(1, 3, 5, 6)))
                .satisfies(taken -> assertThat(taken.taken()).containsExactly(new SeatId(3), new SeatId(5)));

        assertThat(claims.give(EVENING, ids(6, 1)))
                .extracting(ticket -> ticket.seatId().value(), Ticket::price)
                .containsExactly(tuple(1L, Points.NONE), tuple(6L, Points.NONE));
        assertThatExceptionOfType(SeatTaken.class).isThrownBy(() -> claims.give(EVENING, ids(1)));
    }

    private static Seat seat(long id, ScheduleId scheduleId, SeatStatus status) {
        return new Seat(new SeatId(id), scheduleId, "A-1-" + id, new Points(id * 100), status);
    }

    private static SortedSet<SeatId> ids(long... ids) {
        return LongStream.of(ids).mapToObj(SeatId::new).collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
}
