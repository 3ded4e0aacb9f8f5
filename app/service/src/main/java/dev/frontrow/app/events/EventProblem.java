package dev.frontrow.app.events;

import dev.frontrow.edge.Problem;
import org.springframework.http.HttpStatus;

/** What is refused about parked events. */
enum EventProblem implements Problem<EventNotFound> {
    EVENT_NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Event not found",
            "No event with this id is parked. It may have been retried already, or never have failed.",
            new EventNotFound());

    private final Statement<EventNotFound> statement;

    EventProblem(HttpStatus status, String title, String meaning, EventNotFound example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<EventNotFound> statement() {
        return statement;
    }
}
