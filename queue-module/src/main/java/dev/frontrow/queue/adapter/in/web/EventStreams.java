package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.QueueRefused.StreamingUnavailable;
import dev.frontrow.queue.domain.QueueRefused.TooManyStreams;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The clients that listen to their places: bounded, looked at all in one pass, ended before the web server stops.
 */
@Component
class EventStreams implements SmartLifecycle, MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
    private static final long PASS_MILLIS = 250;
    private static final int STREAMS_PER_TOKEN_MAX = 3;

    /** A stream takes a fifth of it, most of it the web server's buffers. */
    private static final long HEAP_BYTES_EACH = 512L * 1024;

    private final PlaceViews places;
    private final int streamsMax;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, ArrayDeque<EventStream>> byToken = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService passes;

    EventStreams(PlaceViews places, QueueProperties properties) {
        this.places = places;
        this.streamsMax =
                streamsMax(properties.maxStreams(), Runtime.getRuntime().maxMemory());
    }

    /** As many as the setting says, but no more than fill a fifth of the heap. */
    static int streamsMax(int setting, long heapBytes) {
        return (int) Math.min(setting, heapBytes / HEAP_BYTES_EACH);
    }

    /** Opens a stream for a valid token, and sends where it stands. Of a token's streams, one too many ends the oldest. */
    SseEmitter open(String token) {
        var stream = new EventStream(token, new SseEmitter(0L), places, System::nanoTime, this::forget);
        var oldest = enlist(stream);
        if (oldest != null) {
            oldest.replace();
        }
        if (count.incrementAndGet() > streamsMax) {
            count.decrementAndGet();
            delist(stream);
            throw new TooManyStreams(streamsMax);
        }
        open.add(stream);
        if (stopping) {
            stream.close();
            throw new StreamingUnavailable();
        }
        stream.look();
        return stream.emitter();
    }

    /** Refuses what {@link #open} would refuse at this instant. */
    void refuseWhatIsNotOpened(String token) {
        if (stopping) {
            throw new StreamingUnavailable();
        }
        var own = byToken.get(token);
        if (count.get() >= streamsMax && (own == null || own.size() < STREAMS_PER_TOKEN_MAX)) {
            throw new TooManyStreams(streamsMax);
        }
    }

    int openCount() {
        return count.get();
    }

    private void forget(EventStream stream) {
        if (open.remove(stream)) {
            count.decrementAndGet();
        }
        delist(stream);
    }

    private @Nullable EventStream enlist(EventStream stream) {
        var oldest = new AtomicReference<@Nullable EventStream>();
        byToken.compute(stream.token(), (token, known) -> {
            var streams = known == null ? new ArrayDeque<EventStream>() : known;
            if (streams.size() >= STREAMS_PER_TOKEN_MAX) {
                oldest.set(streams.removeFirst());
            }
            streams.addLast(stream);
            return streams;
        });
        return oldest.get();
    }

    private void delist(EventStream stream) {
        byToken.computeIfPresent(stream.token(), (token, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void pass() {
        for (var stream : open) {
            try {
                stream.look();
            } catch (RuntimeException unexpected) {
                log.warn("A stream is closed: {}", unexpected.toString());
                stream.close();
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("frontrow.queue.streams", this, EventStreams::openCount)
                .description("Open event streams")
                .register(registry);
    }

    @Override
    public synchronized void start() {
        stopping = false;
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("queue-streams").daemon().factory());
        executor.scheduleWithFixedDelay(this::pass, PASS_MILLIS, PASS_MILLIS, TimeUnit.MILLISECONDS);
        passes = executor;
    }

    /** Ends all streams, and opens no others: the web server waits until all requests have ended. */
    @Override
    public synchronized void stop() {
        stopping = true;
        if (passes != null) {
            passes.shutdownNow();
            passes = null;
        }
        open.forEach(EventStream::close);
    }

    @Override
    public synchronized boolean isRunning() {
        return passes != null;
    }
}
