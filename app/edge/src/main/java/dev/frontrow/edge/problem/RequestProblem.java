package dev.frontrow.edge.problem;

import dev.frontrow.edge.IdempotencyKeyRequired;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.PreconditionFailed;
import dev.frontrow.edge.PreconditionRequired;
import dev.frontrow.edge.Problem;
import dev.frontrow.edge.RequestRefused;
import org.springframework.http.HttpStatus;

/** What the edge refuses in any module's name. */
enum RequestProblem implements Problem<RequestRefused> {
    IDEMPOTENCY_KEY_REQUIRED(
            HttpStatus.BAD_REQUEST, "Idempotency key required", """
            The operation needs the header Idempotency-Key with 1 to 255 visible ASCII characters. Make up a new one \
            (a UUID, say) for every request and send the same one again when you repeat it: it is done once.""", new IdempotencyKeyRequired("A charge")),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Idempotency key reused",
            """
            This Idempotency-Key was used for a request of other content already, so nothing was done. Send a new key \
            for a new request, and the same one only to repeat it.""",
            new IdempotencyKeyReused("The key 7b0e was used for a charge of 200000 points, not 300000.")),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "Precondition failed", """
            The header If-Match names none of the versions in force: somebody else has changed this since you read it, and \
            nothing was done. Read it again, look whether your change still makes sense, and send it with the new ETag.""", new PreconditionFailed()),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "Precondition required", """
            The operation needs the header If-Match, so that no change undoes another one unseen. Read what you want to \
            change, and send the ETag of that answer.""", new PreconditionRequired());

    private final Statement<RequestRefused> statement;

    RequestProblem(HttpStatus status, String title, String meaning, RequestRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<RequestRefused> statement() {
        return statement;
    }
}
