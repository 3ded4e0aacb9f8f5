package dev.frontrow.concert.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTests {

    private static final Walk WALK = new Walk(
            Instant.parse("2026-11-30T09:00:00.654321Z"),
            new Position(true, Instant.parse("2026-12-24T10:00:00.123456Z"), ConcertId.generate()));

    @Test
    void comesBackAsItWent() {
        assertThat(Walk.of(WALK.cursor())).isEqualTo(WALK);
    }

    @Test
    void fitsIntoAUrl() {
        assertThat(WALK.cursor().text()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not a cursor", "%", "종이등"})
    void refusesWhatIsNotOne(String text) {
        assertRefused(new Cursor(text));
    }

    @Test
    void refusesOneThatWasTamperedWith() {
        var cursor = WALK.cursor().text();

        assertRefused(new Cursor(cursor + "A"));
        assertRefused(new Cursor(cursor.substring(1)));
        assertRefused(new Cursor(cursor + "=="));
        assertRefused(raw(0, 2, 0));
        for (long micros : List.of(-1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            assertRefused(raw(0, 0, micros));
            assertRefused(raw(micros, 0, 0));
        }
        assertThat(Walk.of(raw(0, 0, 0)).after().startsAt()).isEqualTo(Instant.EPOCH);
    }

    private static void assertRefused(Cursor cursor) {
        assertThatIllegalArgumentException().isThrownBy(() -> Walk.of(cursor));
    }

    private static Cursor raw(long begunMicros, int started, long startMicros) {
        return Cursor.of(ByteBuffer.allocate(33)
                .putLong(begunMicros)
                .put((byte) started)
                .putLong(startMicros)
                .putLong(1)
                .putLong(2)
                .array());
    }
}
