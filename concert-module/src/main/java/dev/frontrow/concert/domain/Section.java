package dev.frontrow.concert.domain;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.edge.Fingerprint;
import dev.frontrow.edge.PlainText;
import java.util.stream.Stream;

/**
 * A block of seats of one price: {@code rows} rows of {@code seatsPerRow} seats, {@code price} points a seat. Its name is kept
 * composed, however it is given.
 */
public record Section(String name, int rows, int seatsPerRow, long price) {

    /** The longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 20;

    /** The lowest price of a seat, in points: nothing. */
    public static final long PRICE_MIN = 0;

    /** The highest price of a seat, in points. */
    public static final long PRICE_MAX = 100_000_000;

    public Section {
        var called = new PlainText(name);
        if (called.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a section's name: " + name);
        }
        name = called.value();
        if (rows < 1 || seatsPerRow < 1 || Math.multiplyFull(rows, seatsPerRow) > Schedule.SEATS_MAX) {
            throw new IllegalArgumentException(
                    "section " + name + " can't have " + rows + " rows of " + seatsPerRow + " seats");
        }
        if (price < PRICE_MIN || price > PRICE_MAX) {
            throw new IllegalArgumentException("section " + name + " can't cost " + price + " a seat");
        }
    }

    /** As it is told to whoever writes the seats. */
    ScheduleOpened.Section opened() {
        return new ScheduleOpened.Section(name, rows, seatsPerRow, price);
    }

    /** Names what it is as one more section of a schedule. */
    public Fingerprint content(ScheduleId scheduleId) {
        return Concert.fingerprint(Stream.concat(Stream.of(scheduleId.toString()), content()));
    }

    /** What it is. */
    Stream<String> content() {
        return Stream.of(name, rows, seatsPerRow, price).map(Object::toString);
    }

    /** The same at another price. */
    Section at(long newPrice) {
        return new Section(name, rows, seatsPerRow, newPrice);
    }

    /** How many seats it has. */
    public int seatCount() {
        return Math.multiplyExact(rows, seatsPerRow);
    }
}
