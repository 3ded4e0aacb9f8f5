package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients see it: over HTTP, with what they send and what they get. */
public final class Shop {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final IntSupplier ports;

    public Shop(int port) {
        this(() -> port);
    }

    /** Where several instances run: asks for each request which of them it goes to. */
    public Shop(IntSupplier ports) {
        this.ports = ports;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String code() {
            return body.path("code").asString("");
        }

        public String text(String property) {
            return body.path(property).asString("");
        }

        public Answer expect(int expected) {
            assertThat(status)
                    .as(raw.request().method() + " " + raw.uri() + " -> " + raw.body())
                    .isEqualTo(expected);
            return this;
        }

        public Answer refused(int expected, String code) {
            expect(expected);
            assertThat(code()).as(raw.body()).isEqualTo(code);
            assertThat(raw.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(text("type")).isEqualTo("/problems/" + code);
            return this;
        }
    }

    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.getAsInt() + path))
                .timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.nullNode(), response);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    private Answer login(String userId, boolean admin) {
        return send(
                "POST",
                "/api/v1/demo/login",
                JSON.writeValueAsString(Map.of("userId", userId, "admin", admin)),
                Map.of());
    }

    public Answer login(String userId) {
        return login(userId, false);
    }

    public Admin admin() {
        return new Admin(login("the-admin", true).expect(200).text("accessToken"));
    }

    public User user() {
        return user("user-" + UUID.randomUUID());
    }

    public User user(String id) {
        return user(id, login(id).expect(200));
    }

    /** Somebody who has been logged in by that answer. */
    public User user(String id, Answer loggedIn) {
        return new User(id, loggedIn.text("accessToken"));
    }

    /** A concert with one schedule, as the tests know it. */
    public record Concert(String id, String scheduleId) {}

    /** Somebody with the scope admin. */
    public final class Admin {

        final String accessToken;

        private Admin(String accessToken) {
            this.accessToken = accessToken;
        }

        public Answer send(String method, String path, @Nullable String body) {
            return Shop.this.send(method, path, body, Map.of("Authorization", "Bearer " + accessToken));
        }

        /** Changes a concert, whatever its version is. */
        public Answer edit(Concert concert, String patch) {
            return Shop.this.send(
                    "PATCH",
                    "/api/v1/admin/concerts/" + concert.id(),
                    patch,
                    Map.of("Authorization", "Bearer " + accessToken, "If-Match", "*"));
        }

        /** Changes the concert's one schedule. */
        public Answer editSchedule(Concert concert, String members) {
            return edit(concert, "{\"schedules\":[{\"id\":\"%s\",%s}]}".formatted(concert.scheduleId(), members));
        }

        /** A concert on sale now, of one section A at that price. */
        public Concert concert(int rows, int seatsPerRow, long price) {
            return concert(rows, seatsPerRow, price, Instant.now().plus(Duration.ofDays(30)));
        }

        public Concert concert(int rows, int seatsPerRow, long price, Instant startsAt) {
            var opens = startsAt.minus(Duration.ofDays(60));
            var created = send("POST", "/api/v1/admin/concerts", """
                            {"title":"Test Night","performer":"The Assertions","venue":"Test Hall","timeZone":"Asia/Seoul",
                             "schedules":[{"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s",
                               "sections":[{"name":"A","rows":%d,"seatsPerRow":%d,"price":%d}]}]}
                            """.formatted(
                                    startsAt, opens, startsAt, rows, seatsPerRow, price))
                    .expect(201);
            return new Concert(
                    created.text("id"),
                    created.body().path("schedules").path(0).path("id").asString(""));
        }

        public Answer cancelShow(Concert concert, String reason) {
            return send("POST", cancellation(concert), JSON.writeValueAsString(Map.of("reason", reason)));
        }

        /** How far the refunds of a cancelled show are. */
        public Answer refunds(Concert concert) {
            return send("GET", cancellation(concert), null);
        }

        private static String cancellation(Concert concert) {
            return "/api/v1/admin/schedules/" + concert.scheduleId() + "/cancellation";
        }

        public JsonNode integrity() {
            return send("GET", "/api/v1/admin/integrity", null).expect(200).body();
        }
    }

    /** Somebody who buys tickets. */
    public final class User {

        public final String id;
        final String accessToken;

        private User(String id, String accessToken) {
            this.id = id;
            this.accessToken = accessToken;
        }

        public Answer send(String method, String path, @Nullable String body, String... headers) {
            var all = new java.util.HashMap<String, String>();
            all.put("Authorization", "Bearer " + accessToken);
            for (var i = 0; i < headers.length; i += 2) {
                all.put(headers[i], headers[i + 1]);
            }
            return Shop.this.send(method, path, body, all);
        }

        public Answer get(String path) {
            return send("GET", path, null);
        }

        public Answer join(Concert concert) {
            return send("POST", "/api/v1/queue-tokens", "{\"concertId\":\"%s\"}".formatted(concert.id()));
        }

        /** Joins the line and waits until let in. */
        public String admitted(Concert concert) {
            var token = join(concert).text("token");
            // Not so often that hundreds who wait at once keep the line itself from moving.
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> poll(token).text("status").equals("ACTIVE"));
            return token;
        }

        public Answer poll(String token) {
            return send("GET", "/api/v1/queue-tokens/current", null, "Queue-Token", token);
        }

        public List<String> freeSeats(Concert concert, String token) {
            var seats = send("GET", "/api/v1/schedules/" + concert.scheduleId() + "/seats", null, "Queue-Token", token)
                    .expect(200)
                    .body()
                    .path("seats");
            return StreamSupport.stream(seats.spliterator(), false)
                    .map(seat -> seat.path("id").asString(""))
                    .toList();
        }

        public Answer reserve(Concert concert, String token, List<String> seatIds, String... headers) {
            var all = new ArrayList<>(List.of("Queue-Token", token));
            all.addAll(List.of(headers));
            return send(
                    "POST",
                    "/api/v1/reservations",
                    JSON.writeValueAsString(Map.of("scheduleId", concert.scheduleId(), "seatIds", seatIds)),
                    all.toArray(String[]::new));
        }

        /** Waits for so many seats of one of these sections, of any if there are none. */
        public Answer waitFor(Concert concert, int seats, String... sections) {
            var wish = sections.length == 0
                    ? Map.of("seats", seats)
                    : Map.of("seats", seats, "sections", List.of(sections));
            return send("PUT", waitingList(concert), JSON.writeValueAsString(wish));
        }

        public Answer stopWaiting(Concert concert) {
            return send("DELETE", waitingList(concert), null);
        }

        /** The place on the waiting list. */
        public Answer place(Concert concert) {
            return get(waitingList(concert));
        }

        private static String waitingList(Concert concert) {
            return "/api/v1/schedules/" + concert.scheduleId() + "/waiting-list";
        }

        public Answer charge(long amount) {
            return charge(amount, UUID.randomUUID().toString());
        }

        public Answer charge(long amount, String key) {
            return send("POST", "/api/v1/points/charges", "{\"amount\":%d}".formatted(amount), "Idempotency-Key", key);
        }

        public long balance() {
            return get("/api/v1/points").expect(200).body().path("balance").asLong(-1);
        }

        public Answer pay(String paymentId) {
            return send("POST", "/api/v1/payments/" + paymentId + "/pay", null);
        }

        public Answer reservation(String reservationId) {
            return get("/api/v1/reservations/" + reservationId);
        }

        public Answer release(String reservationId) {
            return send("DELETE", "/api/v1/reservations/" + reservationId, null);
        }

        public Answer cancel(String reservationId) {
            return send("POST", "/api/v1/reservations/" + reservationId + "/cancellation", null);
        }
    }

    public static String paymentId(Answer reservation) {
        return reservation.body().path("payment").path("id").asString("");
    }
}
