package dev.frontrow.concert;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jmolecules.event.types.DomainEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stands in for the modules that follow changes of what is published: notes what it hears, and may veto. */
@Component
public class ChangesStandIn {

    private final Queue<DomainEvent> heard = new ConcurrentLinkedQueue<>();
    private volatile Consumer<DomainEvent> reaction = event -> {};

    @EventListener({
        SalesChanged.class,
        SaleRescheduled.class,
        ScheduleMoved.class,
        SectionsPriced.class,
        SectionAdded.class,
        ShowCancelled.class
    })
    void on(DomainEvent event) {
        heard.add(event);
        reaction.accept(event);
    }

    public List<DomainEvent> heard() {
        return List.copyOf(heard);
    }

    public void reactBy(Consumer<DomainEvent> reaction) {
        this.reaction = reaction;
    }

    public void forget() {
        heard.clear();
        reaction = event -> {};
    }
}
