package dev.frontrow.app.events;

import dev.frontrow.edge.ProblemAdvice;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers what is refused about parked events. */
@Component
class EventProblems implements ProblemAdvice<EventNotFound> {

    @Override
    public EventProblem[] problems() {
        return EventProblem.values();
    }

    @Override
    public ErrorResponse answer(EventNotFound refused) {
        return EventProblem.EVENT_NOT_FOUND.because(refused).build();
    }
}
