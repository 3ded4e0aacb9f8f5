package dev.frontrow.reservation.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeatLimitTests {

    @Test
    void isOneSeatAtLeast() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SeatLimit(0));
        assertThatCode(() -> new SeatLimit(1).check(0, 1)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsMoreThanItTogetherWithWhatThereIs() {
        var limit = new SeatLimit(4);

        assertThatCode(() -> limit.check(3, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.check(3, 2)).isInstanceOf(SeatLimitExceeded.class);
    }
}
