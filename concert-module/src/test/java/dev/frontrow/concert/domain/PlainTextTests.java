package dev.frontrow.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"A", " A ", "종이등", "Ünï & <b>", "🎻🎻", "a\u00a0b"})
    void takesWhatPeopleRead(String text) {
        assertThat(PlainText.fits(text, 12)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u00a0\u3000", "a\u0000b", "a\nb", "\t", "a\u007f", "a\u0085b", "a\ud83c", "\udfbba"})
    void refusesWhatShowsNothingOrCanNotBeWritten(String text) {
        assertThat(PlainText.fits(text, 12)).isFalse();
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(PlainText.fits("🎻".repeat(20), 20)).isTrue();
        assertThat(PlainText.fits("🎻".repeat(21), 20)).isFalse();
        assertThat(PlainText.fits("a".repeat(21), 20)).isFalse();
    }
}
