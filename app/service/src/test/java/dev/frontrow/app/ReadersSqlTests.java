package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    private record Crowd(List<String> statements, long readings) {

        List<String> with(String words) {
            return statements.stream()
                    .filter(statement -> statement.contains(words))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/seat-states", "/seats?status=all", "/seats?section=A", "/availability", "/layout"})
    void lookAtSeatsByOneReadingASecond(String path) {
        var concert = shop.admin().concert(10, 10, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        buyer.reserve(concert, token, List.of("0")).expect(404); // uses the token, and no seats have been looked at

        var crowd = crowd(buyer, "/api/v1/schedules/" + concert.scheduleId() + path, "Queue-Token", token);

        var seats = crowd.with("from reservation.seat_shown");
        var sales = crowd.with("from concert.schedule");
        assertThat(seats).hasSizeBetween(1, Math.toIntExact(crowd.readings));
        assertThat(sales).hasSizeLessThanOrEqualTo(Math.toIntExact(crowd.readings));
        assertThat(crowd.statements).as("nothing else").hasSize(seats.size() + sales.size());
    }

    @Test
    void lookAtConcertsByOneReadingASecond() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var reader = shop.user();

        for (var path : List.of("/api/v1/concerts?limit=37", "/api/v1/concerts/" + concert.id())) {
            var crowd = crowd(reader, path);

            assertThat(crowd.statements)
                    .as(path + ", which nobody has asked for: when the clock changes something next, and what is shown")
                    .hasSizeBetween(1, Math.toIntExact(2 * crowd.readings))
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
