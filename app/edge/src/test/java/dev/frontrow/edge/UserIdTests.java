package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\u304a\u5ba2\u69d8", "\ud83c\udfab", "a\u0301", "\u200b", "o'brien; drop table"})
    void isTakenAsItIs(String text) {
        assertThat(new UserId(text).value()).isEqualTo(text);
        assertThat(new UserId(text)).hasToString(text);
        assertThat(UserId.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\u0000", "\u007f", "\u0085", "\ud83c", "\udfab", "\udfab\ud83c"})
    void hasNoControlCharactersAndNoHalfCharacters(String text) {
        assertThat(UserId.isWellFormed(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(text));
    }

    @Test
    void hasUpTo255CharactersHoweverTheyAreStored() {
        assertThat(UserId.isWellFormed("\ud83c\udfab".repeat(255))).isTrue();
        assertThat(UserId.isWellFormed("\ud83c\udfab".repeat(256))).isFalse();
        assertThat(UserId.isWellFormed("a".repeat(1_000_000))).isFalse();
    }
}
