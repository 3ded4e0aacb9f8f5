package dev.frontrow.concert.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.application.query.Position;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    private static final Position PLACE =
            new Position(true, Instant.parse("2026-12-24T10:00:00.123456Z"), new ConcertId(UUID.randomUUID()));

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.valueOf(new Cursor(PLACE).toString()).position()).isEqualTo(PLACE);
    }

    @Test
    void fitsIntoAUrl() {
        assertThat(new Cursor(PLACE).toString()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not a cursor", "%", "종이등"})
    void refusesWhatIsNotOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(text));
    }

    @Test
    void refusesOneThatWasTamperedWith() {
        var cursor = new Cursor(PLACE).toString();

        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(cursor + "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(cursor.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(cursor + "=="));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(raw(2, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(raw(0, -1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(raw(0, Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(raw(0, Long.MIN_VALUE)));
        assertThat(Cursor.valueOf(raw(0, 0)).position().startsAt()).isEqualTo(Instant.EPOCH);
    }

    private static String raw(int started, long micros) {
        var bytes = ByteBuffer.allocate(25)
                .put((byte) started)
                .putLong(micros)
                .putLong(1)
                .putLong(2);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
