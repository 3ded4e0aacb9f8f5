package dev.frontrow.concert;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stands in for the module that writes the seats: notes what it hears, and may do more, such as veto. */
@Component
public class SeatsStandIn {

    private final Queue<ScheduleOpened> heard = new ConcurrentLinkedQueue<>();
    private volatile Consumer<ScheduleOpened> reaction = event -> {};

    @EventListener
    void on(ScheduleOpened event) {
        heard.add(event);
        reaction.accept(event);
    }

    public List<ScheduleOpened> heard() {
        return List.copyOf(heard);
    }

    public void reactBy(Consumer<ScheduleOpened> reaction) {
        this.reaction = reaction;
    }

    public void forget() {
        heard.clear();
        reaction = event -> {};
    }
}
