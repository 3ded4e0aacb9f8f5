package dev.frontrow.concert.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    private static final Position PLACE =
            new Position(true, Instant.parse("2026-12-24T10:00:00.123456Z"), ConcertId.random());

    @Test
    void comesBackAsItWent() {
        assertThat(Position.of(PLACE.cursor())).isEqualTo(PLACE);
    }

    @Test
    void fitsIntoAUrl() {
        assertThat(PLACE.cursor().text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not a cursor", "%", "종이등"})
    void refusesWhatIsNotOne(String text) {
        assertRefused(new Cursor(text));
    }

    @Test
    void refusesOneThatWasTamperedWith() {
        var cursor = PLACE.cursor().text();

        assertRefused(new Cursor(cursor + "A"));
        assertRefused(new Cursor(cursor.substring(1)));
        assertRefused(new Cursor(cursor + "=="));
        assertRefused(raw(2, 0));
        assertRefused(raw(0, -1));
        assertRefused(raw(0, Long.MAX_VALUE));
        assertRefused(raw(0, Long.MIN_VALUE));
        assertThat(Position.of(raw(0, 0)).startsAt()).isEqualTo(Instant.EPOCH);
    }

    private static void assertRefused(Cursor cursor) {
        assertThatIllegalArgumentException().isThrownBy(() -> Position.of(cursor));
    }

    private static Cursor raw(int started, long micros) {
        return Cursor.of(ByteBuffer.allocate(25)
                .put((byte) started)
                .putLong(micros)
                .putLong(1)
                .putLong(2)
                .array());
    }
}
