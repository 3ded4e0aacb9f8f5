package dev.frontrow.concert.domain;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.edge.FieldProblem;
import java.util.List;

/**
 * What a concert is to become.
 *
 * @param forbidden what time or state forbids of it
 */
public record Edited(Concert concert, List<FieldProblem> forbidden) {

    public Edited {
        forbidden = List.copyOf(forbidden);
    }

    /** The concert, where nothing of it is forbidden. */
    public Concert allowed() {
        if (!forbidden.isEmpty()) {
            throw new ChangeNotAllowed(forbidden);
        }
        return concert;
    }
}
