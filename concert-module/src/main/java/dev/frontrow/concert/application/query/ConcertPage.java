package dev.frontrow.concert.application.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param concerts in the list's order
 * @param last the place of the last one, where more concerts follow; otherwise null
 */
public record ConcertPage(
        List<ConcertView> concerts, @Nullable Position last) {

    public ConcertPage {
        concerts = List.copyOf(concerts);
    }
}
