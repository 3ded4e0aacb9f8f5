package dev.frontrow.reservation.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.LeftOut;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.Points;
import dev.frontrow.queue.Admission;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Reserved;
import dev.frontrow.reservation.application.port.in.ReserveSeats.Wish;
import dev.frontrow.reservation.application.port.out.LiveSeats.Buyer;
import dev.frontrow.reservation.domain.Seat;
import dev.frontrow.reservation.domain.SeatClaims;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wishes that are decided in one transaction, one after another. */
class SeatGrantingTests {

    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final ScheduleSale SALE = new ScheduleSale(
            new ScheduleId(UUID.randomUUID()),
            new ConcertId(UUID.randomUUID()),
            new SaleWindow(NOW.minusSeconds(60), NOW.plusSeconds(60)),
            NOW.plusSeconds(3_600),
            4,
            RefundTerms.IN_FULL_UNTIL_START,
            null);
    private static final Outcome<Admission> LET_IN = new Done<>(new Admission("place", NOW));

    private final SeatGranting granting = new SeatGranting(
            Map.of(SALE.scheduleId(), SALE),
            Duration.ofMinutes(5),
            Map.of(),
            Map.of(new Buyer(BOB, SALE.scheduleId()), 3),
            new SeatClaims(LongStream.rangeClosed(1, 9)
                    .mapToObj(id -> new Seat(
                            new SeatId(id), SALE.scheduleId(), "A-1-" + id, new Points(100), SeatStatus.AVAILABLE))
                    .toList()),
            Optional.empty());

    @Test
    void grantsASeatToTheFirstWhoWantsIt() {
        assertThat(said(granting.decide(wish(ANN, null, 1, 2), LET_IN))).isEqualTo("reserved 200");
        assertThat(said(granting.decide(wish(BOB, null, 2), LET_IN))).isEqualTo("SeatTaken");
        assertThat(said(granting.decide(wish(BOB, null, 3), LET_IN))).isEqualTo("reserved 100");

        assertThat(granting.reservations())
                .extracting(made -> made.reservation().userId())
                .containsExactly(ANN, BOB);
        assertThat(granting.payments()).hasSize(2).allSatisfy(payment -> {
            assertThat(payment.payableUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
            assertThat(payment.admission()).isEqualTo("place");
        });
    }

    @Test
    void countsWhatAUserWasGrantedJustBefore() {
        assertThat(said(granting.decide(wish(ANN, null, 1, 2, 3), LET_IN))).isEqualTo("reserved 300");
        assertThat(said(granting.decide(wish(ANN, null, 4, 5), LET_IN))).isEqualTo("SeatLimitExceeded");
        assertThat(said(granting.decide(wish(ANN, null, 4), LET_IN))).isEqualTo("reserved 100");
        assertThat(said(granting.decide(wish(BOB, null, 5, 6), LET_IN))).isEqualTo("SeatLimitExceeded");
    }

    @Test
    void replaysATwinOfAWishThatWasJustGranted() {
        var first = granting.decide(wish(ANN, "key", 1, 2), LET_IN);
        var twin = granting.decide(wish(ANN, "key", 2, 1), new Refused<>(new IllegalStateException("ended since")));

        assertThat(said(twin)).isEqualTo("replayed 200");
        assertThat(((Done<Reserved>) twin).answer().reservation())
                .isEqualTo(((Done<Reserved>) first).answer().reservation());
        assertThat(said(granting.decide(wish(ANN, "key", 3), LET_IN))).isEqualTo("IdempotencyKeyReused");
        assertThat(said(granting.decide(wish(BOB, "key", 3), LET_IN))).isEqualTo("reserved 100");
        assertThat(granting.reservations()).hasSize(2);
    }

    @Test
    void leavesTheKeyOfARefusedWishFree() {
        granting.decide(wish(BOB, null, 1), LET_IN);

        assertThat(said(granting.decide(wish(ANN, "key", 1), LET_IN))).isEqualTo("SeatTaken");
        assertThat(said(granting.decide(wish(ANN, "key", 2), LET_IN))).isEqualTo("reserved 100");
    }

    @Test
    void refusesWhomTheLineRefusesAndWhoComesAfterTheSale() {
        var refused = new Refused<Admission>(new ScheduleNotFound());
        var late = new Done<>(new Admission("place", NOW.plusSeconds(60)));

        assertThat(said(granting.decide(wish(ANN, null, 1), refused))).isEqualTo("ScheduleNotFound");
        assertThat(said(granting.decide(wish(ANN, null, 1), late))).isEqualTo(SaleNotOpen.class.getSimpleName());
        assertThat(granting.reservations()).isEmpty();
    }

    private static AskedSeats wish(UserId user, @Nullable String key, long... seats) {
        var ids =
                LongStream.of(seats).mapToObj(SeatId::new).collect(TreeSet<SeatId>::new, TreeSet::add, TreeSet::addAll);
        return new AskedSeats(
                new Wish(user, "token", key == null ? null : new IdempotencyKey(key), SALE.scheduleId(), ids),
                Optional.of(SALE));
    }

    private static String said(Outcome<Reserved> outcome) {
        return switch (outcome) {
            case Done<Reserved>(var reserved) ->
                (reserved.replayed() ? "replayed " : "reserved ")
                        + reserved.reservation().amount();
            case Refused<Reserved>(var refusal) -> refusal.getClass().getSimpleName();
            case LeftOut<Reserved>() -> "left out";
        };
    }
}
