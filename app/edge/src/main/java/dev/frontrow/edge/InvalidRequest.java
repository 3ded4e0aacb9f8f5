package dev.frontrow.edge;

import java.util.List;

/** Something in the request can't be taken, and it is known what. Carries no stack trace: being refused is ordinary. */
public final class InvalidRequest extends RuntimeException {

    /** The member of the problem that has them. */
    public static final String ERRORS = "errors";

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> errors;

    public InvalidRequest(List<FieldProblem> errors) {
        super("The request is malformed; errors says where.", null, false, false);
        this.errors = List.copyOf(errors);
    }

    /**
     * @param field the path of the member in the body, or the name of a parameter or header
     * @param message what is wrong with it, in plain words
     */
    public InvalidRequest(String field, String message) {
        this(List.of(new FieldProblem(field, message)));
    }

    /** What is wrong, each with its field. */
    public List<FieldProblem> errors() {
        return errors;
    }
}
