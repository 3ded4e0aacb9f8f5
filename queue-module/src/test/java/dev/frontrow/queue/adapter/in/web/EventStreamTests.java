package dev.frontrow.queue.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.Place.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EventStreamTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final List<EventStream> ended = new ArrayList<>();
    private Status status = Status.WAITING;
    private long nanos;

    @Test
    void doesNotCountAsAskingForAMinuteAfterItsClientHasVanished() {
        var stream = stream(new SseEmitter(0L));
        stream.look();

        nanos += Duration.ofSeconds(54).toNanos();
        stream.look();
        assertThat(asked).hasValue(2);
        assertThat(ended).isEmpty();

        nanos += Duration.ofSeconds(2).toNanos();
        stream.look();
        assertThat(asked).hasValue(2);
        assertThat(ended).containsExactly(stream);
    }

    @Test
    void staysOpenForATokenThatIsLetIn() {
        status = Status.ACTIVE;
        var stream = stream(new SseEmitter(0L));
        stream.look();

        nanos += Duration.ofMinutes(5).toNanos();
        stream.look();

        assertThat(ended).isEmpty();
    }

    @Test
    void endsWithoutWaitingForAClientThatTakesNothing() {
        var taken = new CountDownLatch(1);
        var stream = stream(new SseEmitter(0L) {
            @Override
            public void complete() {
                try {
                    taken.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        });

        assertThat(CompletableFuture.runAsync(stream::close)).succeedsWithin(Duration.ofSeconds(10));

        assertThat(ended).containsExactly(stream);
        taken.countDown();
    }

    private EventStream stream(SseEmitter emitter) {
        return new EventStream("token", emitter, this::place, () -> nanos, ended::add);
    }

    private Place place(@Nullable String token) {
        asked.incrementAndGet();
        return new Place(
                "token",
                new ConcertId(UUID.randomUUID()),
                status,
                status == Status.WAITING ? 1L : null,
                null,
                false,
                1,
                Instant.EPOCH,
                status == Status.ACTIVE ? Instant.MAX : null,
                null);
    }
}
