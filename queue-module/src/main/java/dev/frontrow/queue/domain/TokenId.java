package dev.frontrow.queue.domain;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Identifier;
import java.util.Optional;

/**
 * Names one token: its concert and its number in that concert's sequence.
 *
 * @param number counts from 1, without gaps, in the order of issue
 */
public record TokenId(ConcertId concertId, long number) {

    public TokenId {
        if (number < 1) {
            throw new IllegalArgumentException("numbers count from 1: " + number);
        }
    }

    /** Reads what {@link #reference()} wrote, or nothing where {@code text} was written by somebody else. */
    public static Optional<TokenId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var digits = text.substring(slash + 1);
        if (!digits.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        var concert = ConcertId.of(text.substring(0, slash));
        return concert.value().equals(Identifier.NOTHING)
                ? Optional.empty()
                : Optional.of(new TokenId(concert, Long.parseLong(digits)));
    }

    /** The form in which other modules keep it; opaque to them. */
    public String reference() {
        return concertId + "/" + number;
    }

    @Override
    public String toString() {
        return reference();
    }
}
