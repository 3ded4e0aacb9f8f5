package dev.frontrow.concert.domain;

import dev.frontrow.edge.PlainText;

/**
 * A block of seats of one price: {@code rows} rows of {@code seatsPerRow} seats, {@code price} points a seat. Its name is kept
 * composed, however it is given.
 */
public record Section(String name, int rows, int seatsPerRow, long price) {

    /** The longest name, in characters. */
    public static final int NAME_LENGTH_MAX = 20;

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
        if (price < 1 || price > PRICE_MAX) {
            throw new IllegalArgumentException("section " + name + " can't cost " + price + " a seat");
        }
    }

    /** How many seats it has. */
    public int seatCount() {
        return Math.multiplyExact(rows, seatsPerRow);
    }
}
