package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What many readers cost the database: what one reading a second does, however many they are. */
@WholeService
class ReadersSqlTests {

    private static final int READERS = 100;

    private final Shop shop;

    ReadersSqlTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    /** The statements of many requests at once, and how many readings a second apart there is time for meanwhile. */
    private record Crowd(List<String> statements, long readings) {}

    @Test
    void lookAtSeatsByOneReadingASecond() {
        var concert = shop.admin().concert(10, 10, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        buyer.freeSeats(concert, token);
        var schedule = "/api/v1/schedules/" + concert.scheduleId();

        for (var path : List.of("/seat-states", "/seats?status=all", "/seats?section=A", "/availability", "/layout")) {
            var crowd = crowd(buyer, schedule + path, "Queue-Token", token);

            assertThat(crowd.statements)
                    .as(path)
                    .hasSizeLessThanOrEqualTo(Math.toIntExact(crowd.readings))
                    .allMatch(statement -> statement.contains("from reservation.seat_now"));
        }
    }

    @Test
    void lookAtConcertsByOneReadingASecond() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var reader = shop.user();

        for (var path : List.of("/api/v1/concerts", "/api/v1/concerts?limit=1", "/api/v1/concerts/" + concert.id())) {
            var crowd = crowd(reader, path);

            assertThat(crowd.statements)
                    .as(path + ": when the clock changes something next, and what is shown")
                    .hasSizeLessThanOrEqualTo(Math.toIntExact(2 * crowd.readings))
                    .allMatch(statement -> statement.contains("from concert."));
        }
    }

    private static Crowd crowd(Shop.User reader, String path, String... headers) {
        var names = IntStream.range(0, READERS)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        long begun = System.nanoTime();
        AtOnce.each(
                names,
                name -> reader.send(
                                "GET",
                                path,
                                null,
                                Stream.concat(Stream.of(headers), Stream.of(SqlRecorder.HEADER, name))
                                        .toArray(String[]::new))
                        .expect(200));
        var taken = Duration.ofNanos(System.nanoTime() - begun);
        return new Crowd(
                names.stream()
                        .flatMap(name -> SqlRecorder.of(name).statements.stream())
                        .toList(),
                taken.toSeconds() + 1);
    }
}
