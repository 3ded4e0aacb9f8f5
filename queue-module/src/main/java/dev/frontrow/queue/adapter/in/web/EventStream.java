package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.PlaceViews;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client that listens to its place. Sends from a virtual thread of its own, one event at a time, so a slow client
 * holds up nobody.
 *
 * <p>Nothing tells a client that is silent from one that has vanished, and a network may take a quarter of an hour to notice. So
 * a stream counts as asking for less than a minute: while its token waits, it ends then, and a client that is still there opens
 * it anew, as clients of event streams do by themselves.
 */
final class EventStream {

    private static final Duration COMMENT_AFTER = Duration.ofSeconds(15);
    private static final Duration WAITING_MAX = Duration.ofSeconds(55);
    private static final long REOPEN_MILLIS = 1_000;

    private final String token;
    private final SseEmitter emitter;
    private final PlaceViews places;
    private final LongSupplier nanoTime;
    private final Consumer<EventStream> forget;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final long openedNanos;
    private volatile @Nullable Place sent;
    private long sentNanos;

    /**
     * @param nanoTime as of {@link System#nanoTime()}
     * @param forget is told when the stream has ended, once or more often
     */
    EventStream(
            String token, SseEmitter emitter, PlaceViews places, LongSupplier nanoTime, Consumer<EventStream> forget) {
        this.token = token;
        this.emitter = emitter;
        this.places = places;
        this.nanoTime = nanoTime;
        this.forget = forget;
        this.openedNanos = nanoTime.getAsLong();
        emitter.onCompletion(() -> forget.accept(this));
        emitter.onTimeout(() -> forget.accept(this));
        emitter.onError(failure -> forget.accept(this));
    }

    String token() {
        return token;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Looks where the token stands, which counts as asking, and sends what is due; or ends when it has waited for long enough. */
    void look() {
        long now = nanoTime.getAsLong();
        if (hasWaitedLongEnough(now)) {
            close();
            return;
        }
        var place = places.current(token);
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        var event = due(place, now);
        if (event == null) {
            busy.set(false);
            return;
        }
        Thread.ofVirtual().name("queue-event").start(() -> send(event, place.status() == Place.Status.EXPIRED));
    }

    /** Ends because the token has another stream instead, and tells the client, which is not to come back for it. */
    void replace() {
        forget.accept(this);
        var event = event("replaced", places.current(token));
        Thread.ofVirtual().name("queue-event").start(() -> send(event, true));
    }

    /** Ends without waiting for an event that is still on its way to a client that may have vanished. */
    void close() {
        forget.accept(this);
        Thread.ofVirtual().name("queue-event").start(emitter::complete);
    }

    private boolean hasWaitedLongEnough(long now) {
        var last = sent;
        return last != null
                && last.status() == Place.Status.WAITING
                && Duration.ofNanos(now - openedNanos).compareTo(WAITING_MAX) >= 0;
    }

    private void send(SseEmitter.SseEventBuilder event, boolean last) {
        try {
            emitter.send(event);
            if (last) {
                emitter.complete();
                forget.accept(this);
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
            forget.accept(this);
        } finally {
            busy.set(false);
        }
    }

    private SseEmitter.@Nullable SseEventBuilder due(Place place, long now) {
        var before = sent;
        var silence = Duration.ofNanos(now - sentNanos);
        if (before == null || before.status() != place.status()) {
            return sending(place, now);
        }
        boolean news = !Objects.equals(before.position(), place.position())
                || before.paused() != place.paused()
                || hasOtherSeats(before, place);
        if (place.status() == Place.Status.WAITING && news && silence.toSeconds() >= before.pollAfterSeconds()) {
            return sending(place, now);
        }
        if (silence.compareTo(COMMENT_AFTER) >= 0) {
            sentNanos = now;
            return SseEmitter.event().comment("");
        }
        return null;
    }

    private static boolean hasOtherSeats(Place before, Place place) {
        var told = before.seats();
        var seats = place.seats();
        return told == null || seats == null
                ? told != seats
                : told.available() != seats.available() || told.held() != seats.held();
    }

    private SseEmitter.SseEventBuilder sending(Place place, long now) {
        sent = place;
        sentNanos = now;
        return event(
                switch (place.status()) {
                    case WAITING -> "position";
                    case ACTIVE -> "admitted";
                    case EXPIRED -> "expired";
                },
                place);
    }

    private static SseEmitter.SseEventBuilder event(String name, Place place) {
        return SseEmitter.event().reconnectTime(REOPEN_MILLIS).name(name).data(place, MediaType.APPLICATION_JSON);
    }
}
