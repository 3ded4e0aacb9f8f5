package dev.frontrow.app.events;

import dev.frontrow.edge.ProblemAdvice;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what is refused about parked events. */
@RestControllerAdvice
@Order(0)
class EventProblems implements ProblemAdvice<EventNotFound> {

    @Override
    public EventProblem[] problems() {
        return EventProblem.values();
    }

    @Override
    @ExceptionHandler
    public ErrorResponse answer(EventNotFound refused) {
        return EventProblem.EVENT_NOT_FOUND.because(refused).build();
    }
}
