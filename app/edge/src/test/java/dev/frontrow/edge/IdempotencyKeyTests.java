package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "7b0e8f0a-2f0e-4a0e-9d5c-0c5b7f0d9a11", "\"quoted,and,more\""})
    void isOfVisibleAscii(String text) {
        assertThat(new IdempotencyKey(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\u007f", "\u00e9", "\t", "a\u0000", "\ud83c\udfab", "a\n"})
    void isOfNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text));
    }

    @Test
    void hasUpTo255CharactersAndNotOneMore() {
        assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("k".repeat(256)));
    }
}
