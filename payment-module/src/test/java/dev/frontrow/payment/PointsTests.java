package dev.frontrow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PointsTests {

    private static final Points TEN = new Points(10);

    @Test
    void areNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Points(-1));
    }

    @Test
    void areAddedExactlyOrNotAtAll() {
        assertThat(TEN.plus(new Points(5))).isEqualTo(new Points(15));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> TEN.plus(new Points(Long.MAX_VALUE)));
    }

    @Test
    void areOrderedAndWrittenAsNumbers() {
        assertThat(TEN).isGreaterThan(new Points(9)).isLessThan(new Points(100)).hasToString("10");
    }
}
