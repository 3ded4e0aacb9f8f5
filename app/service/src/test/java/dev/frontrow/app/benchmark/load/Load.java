package dev.frontrow.app.benchmark.load;

import dev.frontrow.app.benchmark.load.Visitor.Leave;
import dev.frontrow.app.benchmark.load.Visitor.Pause;
import dev.frontrow.app.benchmark.load.Visitor.Send;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Visitors at the service, any number of them, over a number of kept connections, all on the caller's thread.
 *
 * <p>A request takes the connection that has been idle longest; the service may close one with its answer, or while it is idle,
 * and it is opened anew then. Where there is none, the request waits, and its latency counts from when it was ready. One thread does, since a request costs it some microseconds; it leaves the cores to those who are
 * measured ([decision 29] says what others cost).
 */
public final class Load implements AutoCloseable {

    private static final int READ_BYTES = 64 * 1024;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Selector selector;
    private final ByteBuffer shared = ByteBuffer.allocateDirect(READ_BYTES);
    private final List<Connection> connections = new ArrayList<>();
    private final Queue<Connection> idle = new ArrayDeque<>();

    private final Queue<Errand> ready = new ArrayDeque<>();
    private final PriorityQueue<Pausing> pausing = new PriorityQueue<>(Comparator.comparingLong(Pausing::until));
    private int underWay;
    private Tally tally = new Tally();

    private record Pausing(Visitor visitor, long until) {}

    /** The connections are opened when the first visitors come. */
    public Load(InetSocketAddress service, int connections) {
        try {
            selector = Selector.open();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        for (var i = 0; i < connections; i++) {
            var connection = new Connection(service, selector);
            this.connections.add(connection);
            idle.add(connection);
        }
    }

    /** Opens all connections that are not open, or not any more, so that none is opened while something is measured. */
    private void connect() throws IOException {
        // The service closes what was idle for long.
        while (selector.selectNow(this::handle) > 0) {}
        for (var connection : connections) {
            if (!connection.isOpen()) {
                connection.open();
            }
        }
    }

    /** How many connections are open. */
    public long open() {
        return connections.stream().filter(Connection::isOpen).count();
    }

    /** Lets all visitors come at once, and stay until they leave. */
    public Tally run(List<? extends Visitor> visitors) {
        return run(visitors, Duration.ofHours(1));
    }

    /** Lets all visitors come at once. After that time nobody begins anything; what is under way is waited for. */
    public Tally run(List<? extends Visitor> visitors, Duration atMost) {
        come(visitors);
        return finish(atMost);
    }

    /** Lets all visitors come at once. They do nothing before the next call. */
    public void come(List<? extends Visitor> visitors) {
        try {
            connect();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        visitors.forEach(visitor -> step(visitor, null));
    }

    /** Lets those who are there go on for that long, and says how they were answered meanwhile. */
    public Tally goOn(Duration duration) {
        return goOn(duration, Duration.ZERO);
    }

    /** Lets those who are there go on for that long, and waits for what is under way then; nobody is there any more. */
    public Tally finish(Duration atMost) {
        var finished = goOn(atMost, LAST_ANSWERS);
        ready.clear();
        pausing.clear();
        giveUpWhatIsUnderWay();
        return finished;
    }

    private Tally goOn(Duration duration, Duration lastAnswers) {
        tally = new Tally();
        var started = System.nanoTime();
        var startedCpu = cpuNanos();
        var deadline = started + duration.toNanos();
        var end = deadline + lastAnswers.toNanos();
        try {
            while (!isOver(deadline, end)) {
                wake();
                send(deadline);
                selector.select(this::handle, patience(deadline, end));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        tally.ended(System.nanoTime() - started, cpuNanos() - startedCpu);
        return tally;
    }

    /** Sends one request. */
    public Answer ask(Request request) {
        var answers = new ArrayList<Answer>(1);
        run(List.of(answer -> {
            if (answer == null) {
                return new Send(request);
            }
            answers.add(answer);
            return new Leave();
        }));
        return answers.getFirst();
    }

    /** Lets one more visitor come, while others are there; to be called by them alone. */
    public void admit(Visitor visitor) {
        step(visitor, null);
    }

    private boolean isOver(long deadline, long end) {
        var now = System.nanoTime();
        return now >= end || underWay == 0 && (now >= deadline || (ready.isEmpty() && pausing.isEmpty()));
    }

    private void step(Visitor visitor, @Nullable Answer answer) {
        switch (visitor.next(answer)) {
            case Send(var request) -> ready.add(new Errand(visitor, request, System.nanoTime()));
            case Pause(var duration) -> pausing.add(new Pausing(visitor, System.nanoTime() + duration.toNanos()));
            case Leave() -> {}
        }
    }

    private void wake() {
        var now = System.nanoTime();
        for (var first = pausing.peek(); first != null && first.until() <= now; first = pausing.peek()) {
            pausing.remove();
            step(first.visitor(), null);
        }
    }

    private void send(long deadline) {
        if (System.nanoTime() >= deadline) {
            return;
        }
        while (!ready.isEmpty() && !idle.isEmpty()) {
            var connection = idle.remove();
            var errand = ready.remove();
            connection.errand = errand;
            underWay++;
            try {
                connection.send(errand.request().bytes());
            } catch (IOException broken) {
                lost(connection);
            }
        }
    }

    private long patience(long deadline, long end) {
        var now = System.nanoTime();
        var until = now < deadline ? deadline : end;
        var first = pausing.peek();
        if (first != null && now < deadline) {
            until = Math.min(until, first.until());
        }
        return Math.max(1, (until - now) / 1_000_000);
    }

    private void handle(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.goOnSending();
            }
            if (key.isReadable()) {
                var answer = connection.receive(shared);
                if (answer != null) {
                    answered(connection, answer);
                }
            }
        } catch (IOException broken) {
            if (connection.errand == null) {
                connection.close();
            } else {
                lost(connection);
            }
        }
    }

    private void answered(Connection connection, Answer answer) {
        var errand = connection.errand;
        if (errand == null) {
            throw new IllegalStateException("an answer that nobody has asked for: " + answer.head());
        }
        connection.errand = null;
        underWay--;
        if (answer.isLast()) {
            connection.close();
        }
        idle.add(connection);
        var timed = new Answer(answer.status(), answer.head(), answer.body(), System.nanoTime() - errand.readyAt());
        tally.add(errand.request().operation(), timed);
        step(errand.visitor(), timed);
    }

    /** What was sent over a kept connection is sent again, as browsers do; over a new one it is lost. */
    private void lost(Connection connection) {
        var errand = connection.errand;
        var kept = connection.isKept();
        connection.close();
        if (kept && errand != null) {
            connection.errand = null;
            underWay--;
            idle.add(connection);
            ready.add(errand);
            return;
        }
        answered(connection, new Answer(Answer.LOST, "", new byte[0], 0));
    }

    private void giveUpWhatIsUnderWay() {
        for (var connection : connections) {
            var errand = connection.errand;
            if (errand != null) {
                connection.close();
                connection.errand = null;
                underWay--;
                idle.add(connection);
                tally.add(
                        errand.request().operation(),
                        new Answer(Answer.LOST, "", new byte[0], System.nanoTime() - errand.readyAt()));
            }
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Override
    public void close() {
        connections.forEach(Connection::close);
        try {
            selector.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
