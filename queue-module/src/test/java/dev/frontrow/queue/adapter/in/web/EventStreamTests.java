package dev.frontrow.queue.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SeatCount;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.Place.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class EventStreamTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final List<EventStream> ended = new ArrayList<>();
    private Status status = Status.WAITING;
    private @Nullable SeatCount seats;
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

    @Test
    void sendsOtherSeatsAsPacedAndNoTimeAlone() {
        var sent = new CopyOnWriteArrayList<@Nullable SeatCount>();
        var stream = stream(new SseEmitter(0L) {
            @Override
            public void send(SseEventBuilder event) {
                event.build().stream()
                        .map(ResponseBodyEmitter.DataWithMediaType::getData)
                        .filter(Place.class::isInstance)
                        .forEach(place -> sent.add(((Place) place).seats()));
            }
        });
        seats = seats(3, 0);
        lookUntil(stream, () -> sent.size() == 1);

        seats = seats(2, 0);
        nanos += Duration.ofMillis(999).toNanos();
        stream.look();
        seats = seats(3, 7);
        nanos += Duration.ofSeconds(5).toNanos();
        stream.look();
        seats = seats(1, 8);
        lookUntil(stream, () -> sent.size() == 2);

        assertThat(sent).containsExactly(seats(3, 0), seats(1, 8));
    }

    private static SeatCount seats(long available, long second) {
        return new SeatCount(available, 0, Instant.ofEpochSecond(second));
    }

    private static void lookUntil(EventStream stream, BooleanSupplier sent) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            stream.look();
            return sent.getAsBoolean();
        });
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
                null,
                seats);
    }
}
