package dev.frontrow.point.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.payment.Points;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PointsDomainTests {

    private static final Instant TEN = Instant.parse("2026-12-24T10:00:00Z");

    @Test
    void chargesAtLeastOnePointAndLeavesAtLeastThat() {
        assertThatIllegalArgumentException().isThrownBy(() -> charge(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> charge(10, 9));
        assertThat(charge(10, 10).balance()).isEqualTo(new Points(10));
    }

    @Test
    void callsNoPointsTooFewThatAreEnough() {
        assertThat(new InsufficientPoints(new Points(10), new Points(9)))
                .hasMessageContaining("10")
                .hasMessageContaining("9");
        assertThatIllegalArgumentException().isThrownBy(() -> new InsufficientPoints(new Points(10), new Points(10)));
    }

    private static Charge charge(long amount, long balance) {
        return new Charge(UUID.randomUUID(), new Points(amount), new Points(balance), TEN);
    }
}
