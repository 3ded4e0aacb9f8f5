package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.application.query.Position;
import dev.frontrow.concert.domain.Schedule;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Where a page of concerts ended, opaque to clients: base64url of the place in the list. */
record Cursor(Position position) {

    private static final int BYTES = 1 + Long.BYTES + 2 * Long.BYTES;

    /**
     * Reads it as a client sends it.
     *
     * @throws IllegalArgumentException where it is not one of ours
     */
    public static Cursor valueOf(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        var buffer = ByteBuffer.wrap(bytes);
        var started = buffer.get() == 1;
        var startsAt = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
        var concertId = new ConcertId(new UUID(buffer.getLong(), buffer.getLong()));
        var cursor = new Cursor(new Position(started, startsAt, concertId));
        if (startsAt.isBefore(Schedule.EARLIEST)
                || !startsAt.isBefore(Schedule.TOO_LATE)
                || !cursor.toString().equals(text)) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        return cursor;
    }

    /** As a client gets it. */
    @Override
    public String toString() {
        var buffer = ByteBuffer.allocate(BYTES)
                .put((byte) (position.started() ? 1 : 0))
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.startsAt()))
                .putLong(position.concertId().value().getMostSignificantBits())
                .putLong(position.concertId().value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }
}
