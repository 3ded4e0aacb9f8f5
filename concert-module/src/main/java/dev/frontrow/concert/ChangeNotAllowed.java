package dev.frontrow.concert;

import dev.frontrow.edge.FieldProblem;
import java.util.List;

/** Time or state forbid a change that is well-formed. */
public final class ChangeNotAllowed extends ConcertRefused {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> errors;

    public ChangeNotAllowed(List<FieldProblem> errors) {
        super("The change is not allowed; errors says why.");
        this.errors = List.copyOf(errors);
    }

    /** What can't be changed any more, each with its reason. */
    public List<FieldProblem> errors() {
        return errors;
    }
}
