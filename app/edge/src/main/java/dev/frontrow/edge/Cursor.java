package dev.frontrow.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/**
 * Where the next page of a list begins, opaque to clients: base64url of what the list goes by.
 *
 * @param text as a client gets it and sends it back
 */
public record Cursor(String text) {

    /** Behind the item of this number, which is above 0. */
    public static Cursor of(long number) {
        if (number <= 0) {
            throw new IllegalArgumentException("no item has the number " + number);
        }
        return of(Long.toString(number).getBytes(US_ASCII));
    }

    /** Behind the item that these bytes name, of which there is at least one. */
    public static Cursor of(byte[] place) {
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(place));
    }

    /**
     * The bytes it was made of.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public byte[] place() {
        byte[] place = Base64.getUrlDecoder().decode(text);
        if (place.length == 0 || !of(place).text.equals(text)) {
            throw new IllegalArgumentException("not a cursor");
        }
        return place;
    }

    /**
     * The number it was made of.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public long number() {
        long number = Long.parseLong(new String(place(), US_ASCII));
        if (!of(number).text.equals(text)) {
            throw new IllegalArgumentException("not a cursor");
        }
        return number;
    }

    @Override
    public String toString() {
        return text;
    }
}
