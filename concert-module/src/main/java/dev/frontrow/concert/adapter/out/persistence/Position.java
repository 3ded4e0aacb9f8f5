package dev.frontrow.concert.adapter.out.persistence;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.edge.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The place of a concert in the list.
 *
 * @param started whether all its matching schedules have started
 * @param startsAt its next start; its latest one where all have started
 * @param concertId decides between concerts of the same start
 */
record Position(boolean started, Instant startsAt, ConcertId concertId) {

    private static final int BYTES = 1 + 3 * Long.BYTES;

    /**
     * Reads it from a cursor.
     *
     * @throws IllegalArgumentException if it is none of this list
     */
    static Position of(Cursor cursor) {
        var place = cursor.place();
        if (place.length != BYTES) {
            throw new IllegalArgumentException("not of the list of concerts: " + cursor);
        }
        var bytes = ByteBuffer.wrap(place);
        var position = new Position(
                bytes.get() == 1,
                Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS),
                new ConcertId(new UUID(bytes.getLong(), bytes.getLong())));
        if (!Schedule.isInCalendar(position.startsAt) || !position.cursor().equals(cursor)) {
            throw new IllegalArgumentException("not of the list of concerts: " + cursor);
        }
        return position;
    }

    /** The cursor of what comes behind it. */
    Cursor cursor() {
        return Cursor.of(ByteBuffer.allocate(BYTES)
                .put((byte) (started ? 1 : 0))
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, startsAt))
                .putLong(concertId.value().getMostSignificantBits())
                .putLong(concertId.value().getLeastSignificantBits())
                .array());
    }
}
