package dev.frontrow.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTests {

    @Test
    void isTheMiddleOne() {
        assertThat(Median.of(3, 1, 100)).isEqualTo(new Median(3, 1, 100));
    }

    @Test
    void isBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(4, 1, 2, 100)).isEqualTo(new Median(3, 1, 100));
    }

    @Test
    void saysItsRange() {
        assertThat(Median.of(1000, 999.6, 3).perSecond()).isEqualTo("1,000/s (3.00 to 1,000)");
    }
}
