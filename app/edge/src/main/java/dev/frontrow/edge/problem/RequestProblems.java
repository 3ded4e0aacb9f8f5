package dev.frontrow.edge.problem;

import dev.frontrow.edge.IdempotencyKeyRequired;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.PreconditionFailed;
import dev.frontrow.edge.PreconditionRequired;
import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.edge.RequestRefused;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers what the edge refuses in any module's name. */
@Component
class RequestProblems implements ProblemAdvice<RequestRefused> {

    @Override
    public RequestProblem[] problems() {
        return RequestProblem.values();
    }

    @Override
    public ErrorResponse answer(RequestRefused refused) {
        return switch (refused) {
            case IdempotencyKeyRequired _ ->
                RequestProblem.IDEMPOTENCY_KEY_REQUIRED.because(refused).build();
            case IdempotencyKeyReused _ ->
                RequestProblem.IDEMPOTENCY_KEY_REUSED.because(refused).build();
            case PreconditionFailed _ ->
                RequestProblem.PRECONDITION_FAILED.because(refused).build();
            case PreconditionRequired _ ->
                RequestProblem.PRECONDITION_REQUIRED.because(refused).build();
        };
    }
}
