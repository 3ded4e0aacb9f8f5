package dev.frontrow.concert;

import dev.frontrow.edge.FieldProblem;
import java.util.List;

/** Time or state forbids a change of what is published; nothing of it was made. */
public final class ChangeNotAllowed extends ConcertRefused {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> errors;

    /** @param errors what can't be changed, and why; at least one */
    public ChangeNotAllowed(List<FieldProblem> errors) {
        super("This can't be changed; errors says what, and why.");
        this.errors = List.copyOf(errors);
    }

    /** What can't be changed, each with its field and the reason. */
    public List<FieldProblem> errors() {
        return errors;
    }
}
