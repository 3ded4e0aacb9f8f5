package dev.frontrow.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 9, 10, 4711, Long.MAX_VALUE})
    void bringsANumberBack(long number) {
        var cursor = Cursor.of(number);

        assertThat(cursor.text()).matches("[\\w-]+");
        assertThat(new Cursor(cursor.text()).number()).isEqualTo(number);
        assertThat(cursor).hasToString(cursor.text());
    }

    @Test
    void bringsBytesBack() {
        var place = new byte[] {0, -1, 62, 63, 127, -128};

        assertThat(new Cursor(Cursor.of(place).text()).place()).isEqualTo(place);
    }

    @Test
    void isOfNoNumberThatNoItemHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.of(-1));
    }

    /** In turn: nothing, no base64, 0, -1, x, padded, +1, 01, 1 with a bit too many, a full-width 1, 2 to the 63rd. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%%",
                "MA",
                "LTE",
                "eA",
                "MQ==",
                "KzE",
                "MDE",
                "MR",
                "77yR",
                "OTIyMzM3MjAzNjg1NDc3NTgwOA",
                "M Q",
                " MQ",
                "MQ\n",
                "M\u00e9",
                "\uff2d\uff31",
                "MQ+",
                "MQ/"
            })
    void refusesWhatIsNoNumberOfOurs(String text) {
        assertThatIllegalArgumentException().isThrownBy(new Cursor(text)::number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%", "MQ==", "MR", "M", "MQ\n", "++", "//", "\ud83c\udfab"})
    void refusesWhatIsNotWrittenAsWeWriteIt(String text) {
        assertThatIllegalArgumentException().isThrownBy(new Cursor(text)::place);
    }

    @Test
    void refusesAHugeOne() {
        var digits = Cursor.of("1".repeat(100_000).getBytes(US_ASCII));

        assertThatIllegalArgumentException().isThrownBy(digits::number);
    }
}
