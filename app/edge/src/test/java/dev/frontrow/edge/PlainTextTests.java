package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                " A ",
                "종이등",
                "\u1112\u1161\u11ab",
                "Ünï & <b>",
                "🎻🎻",
                "a\u00a0b",
                "\u2764\ufe0f",
                "\u2764\ufe0f\u200d\ud83d\udd25",
                "\ud83d\udc69\u200d\ud83c\udfa4",
                "\u0915\u094d\u200d\u0937",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "שלום",
                "\ud83c\uddf0\ud83c\uddf7"
            })
    void takesWhatPeopleRead(String text) {
        assertThat(PlainText.fits(text, 12)).isTrue();
        assertThat(new PlainText(text)).hasToString(PlainText.composed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u3000", "\t", "\ufe0f", " \ufe0f ", "\u200b", "\u3164"})
    void refusesWhatShowsNothing(String text) {
        assertThat(PlainText.fits(text, 12)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PlainText(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007f", "a\u0085b", "a\u2028b", "a\u2029b"})
    void refusesControlsAndWhatSeparatesLines(String text) {
        assertThat(PlainText.fits(text, 12)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud83c", "\udfbba", "\udfbb\ud83c"})
    void refusesHalfCharacters(String text) {
        assertThat(PlainText.fits(text, 12)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E,
                0x2060, 0x2066, 0x2069, 0x206F, 0x3164, 0xFE00, 0xFE0E, 0xFEFF, 0xFFA0, 0xFFF0, 0x1BCA0, 0x1D173,
                0xE0001, 0xE0061, 0xE0100, 0xE0FFF
            })
    void refusesWhatIsNotSeenOrTurnsTheDirection(int point) {
        var hidden = Character.toString(point);

        assertThat(PlainText.fits("a" + hidden + "b", 12)).isFalse();
        assertThat(PlainText.fits(hidden + "a", 12)).isFalse();
        assertThat(PlainText.fits("a" + hidden, 12)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200da",
                "a\u200d",
                "a \u200db",
                "a\u200d b",
                "a\u200d\u200db",
                "a\u200c\u200db",
                "\ufe0f\u200da",
                "a\u200d\ufe0f"
            })
    void takesAJoinerBetweenTwoVisibleCharactersAlone(String text) {
        assertThat(PlainText.fits(text, 12)).isFalse();
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(PlainText.fits("🎻".repeat(20), 20)).isTrue();
        assertThat(PlainText.fits("🎻".repeat(21), 20)).isFalse();
        assertThat(PlainText.fits("a".repeat(21), 20)).isFalse();
        assertThat(new PlainText("🎻🎻").length()).isEqualTo(2);
    }

    @Test
    void countsWhatIsKept() {
        assertThat(PlainText.fits("\u1100\u1161".repeat(20), 20))
                .as("가, written as two")
                .isTrue();
        assertThat(PlainText.fits("\u0958".repeat(10), 20)).as("is kept as two").isTrue();
        assertThat(PlainText.fits("\u0958".repeat(11), 20)).isFalse();
    }

    @Test
    void keepsATextInOneForm() {
        assertThat(PlainText.composed("\u1100\u1161 a\u0308")).isEqualTo("가 ä");
        assertThat(new PlainText("a\u0308")).isEqualTo(new PlainText("ä"));
        assertThat(PlainText.composed("Ⅳ ﬁ")).as("nothing that looks different").isEqualTo("Ⅳ ﬁ");
    }
}
