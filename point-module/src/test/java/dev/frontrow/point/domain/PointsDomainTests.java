package dev.frontrow.point.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsDomainTests {

    private static final Instant TEN = Instant.parse("2026-12-24T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "7b0e8f0a-2f0e-4a0e-9d5c-0c5b7f0d9a11", "\"quoted,and,more\""})
    void takesAKeyOfVisibleAscii(String text) {
        assertThat(IdempotencyKey.valueOf(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u007f", "\u00e9", "\t", "a\u0000", "\ud83c\udfab"})
    void takesNoOtherKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.valueOf(text));
    }

    @Test
    void takesAKeyOf255CharactersAndNotOneMore() {
        assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("k".repeat(256)));
    }

    @Test
    void chargesAtLeastOnePointAndLeavesAtLeastThat() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Charge(UUID.randomUUID(), 0, 10, TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Charge(UUID.randomUUID(), 10, 9, TEN));
    }

    @Test
    void callsNoPointsTooFewThatAreEnough() {
        assertThat(new InsufficientPoints(10, 9)).hasMessageContaining("10").hasMessageContaining("9");
        assertThatIllegalArgumentException().isThrownBy(() -> new InsufficientPoints(10, 10));
    }
}
