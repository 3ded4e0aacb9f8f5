package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A walk over the pages of the list, and how far it has come. A concert's place follows from which of its schedules match and
 * which have started, so if that were asked anew with each page, a sale that opens could take its concert past the walker.
 *
 * @param begunAt when the first page was read, by the database's clock; each concert keeps the place that it had then
 * @param after the place of the last concert that was met
 */
record Walk(Instant begunAt, Position after) {

    private static final int BYTES = 1 + 4 * Long.BYTES;

    /**
     * Reads it from a cursor.
     *
     * @throws IllegalArgumentException if it is none of this list
     */
    static Walk of(Cursor cursor) {
        var place = cursor.place();
        if (place.length != BYTES) {
            throw new IllegalArgumentException("not of the list of concerts: " + cursor);
        }
        var bytes = ByteBuffer.wrap(place);
        var begunAt = instant(bytes.getLong());
        var after = new Position(
                bytes.get() == 1, instant(bytes.getLong()), new ConcertId(new UUID(bytes.getLong(), bytes.getLong())));
        var walk = new Walk(begunAt, after);
        if (!Schedule.isInCalendar(begunAt)
                || !Schedule.isInCalendar(after.startsAt())
                || !walk.cursor().equals(cursor)) {
            throw new IllegalArgumentException("not of the list of concerts: " + cursor);
        }
        return walk;
    }

    /** The cursor of what comes next. */
    Cursor cursor() {
        return Cursor.of(ByteBuffer.allocate(BYTES)
                .putLong(micros(begunAt))
                .put((byte) (after.started() ? 1 : 0))
                .putLong(micros(after.startsAt()))
                .putLong(after.concertId().value().getMostSignificantBits())
                .putLong(after.concertId().value().getLeastSignificantBits())
                .array());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
