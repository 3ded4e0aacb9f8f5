package dev.frontrow.queue.adapter.in.web;

import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.PlaceViews;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client that listens to its place. Sends from a virtual thread of its own, one event at a time, so a slow client
 * holds up nobody.
 */
final class EventStream {

    private static final Duration COMMENT_AFTER = Duration.ofSeconds(15);

    private final String token;
    private final PlaceViews places;
    private final Consumer<EventStream> forget;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable Place sent;
    private long sentNanos;

    /** @param forget is told when the stream has ended, once or more often */
    EventStream(String token, PlaceViews places, Consumer<EventStream> forget) {
        this.token = token;
        this.places = places;
        this.forget = forget;
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

    /** Looks where the token stands, which counts as asking, and sends what is due. */
    void look() {
        var place = places.current(token);
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        var event = due(place, System.nanoTime());
        if (event == null) {
            busy.set(false);
            return;
        }
        Thread.ofVirtual().name("queue-event").start(() -> send(event, place.status() == Place.Status.EXPIRED));
    }

    void close() {
        emitter.complete();
        forget.accept(this);
    }

    private void send(SseEmitter.SseEventBuilder event, boolean last) {
        try {
            emitter.send(event);
            if (last) {
                close();
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
        boolean news = !Objects.equals(before.position(), place.position()) || before.paused() != place.paused();
        if (place.status() == Place.Status.WAITING && news && silence.toSeconds() >= before.pollAfterSeconds()) {
            return sending(place, now);
        }
        if (silence.compareTo(COMMENT_AFTER) >= 0) {
            sentNanos = now;
            return SseEmitter.event().comment("");
        }
        return null;
    }

    private SseEmitter.SseEventBuilder sending(Place place, long now) {
        sent = place;
        sentNanos = now;
        var name = switch (place.status()) {
            case WAITING -> "position";
            case ACTIVE -> "admitted";
            case EXPIRED -> "expired";
        };
        return SseEmitter.event().name(name).data(place, MediaType.APPLICATION_JSON);
    }
}
