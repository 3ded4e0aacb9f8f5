package dev.frontrow.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frontrow.AtOnce;
import dev.frontrow.AtOnce.Outcome;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatTaken;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How tests find that seats are taken. */
final class TakenSeats {

    private TakenSeats() {}

    /** That what is asked for is refused because of these seats, and of no other. */
    static void assertTaken(ThrowingCallable asking, String... seatIds) {
        assertThatExceptionOfType(SeatTaken.class)
                .isThrownBy(asking)
                .satisfies(refused ->
                        assertThat(refused.taken()).extracting(SeatId::toString).containsExactly(seatIds));
    }

    /** That one has the seats that all want at once, and that they are taken for all others. */
    static void assertOneGets(List<? extends Callable<?>> wanting) {
        var outcomes = AtOnce.<Object>outcomes(wanting);
        assertThat(outcomes).filteredOn(outcome -> outcome.value() != null).hasSize(1);
        assertThat(outcomes)
                .extracting(Outcome::thrown)
                .filteredOn(Objects::nonNull)
                .hasSize(wanting.size() - 1)
                .allSatisfy(thrown -> assertThat(thrown).isInstanceOf(SeatTaken.class));
    }
}
