package dev.frontrow.app.events;

/** No event of this id is parked. */
final class EventNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventNotFound() {
        super("No such event is parked.");
    }
}
