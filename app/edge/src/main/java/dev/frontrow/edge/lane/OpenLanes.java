package dev.frontrow.edge.lane;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lane.Work;
import dev.frontrow.edge.Lanes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens all lanes when an instance starts, and closes them when it stops. */
@Component
class OpenLanes implements Lanes, SmartLifecycle {

    private final List<WritingLane<?, ?, ?>> lanes = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    @Override
    public <K, Q, A> Lane<Q, A> lane(String name, Limits limits, Function<Q, K> key, Work<Q, A> work) {
        var lane = new WritingLane<>(name, limits, key, work);
        lanes.add(lane);
        if (running) {
            lane.open();
        }
        return lane;
    }

    @Override
    public void start() {
        running = true;
        lanes.forEach(WritingLane::open);
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(WritingLane::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
