package dev.frontrow.app.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens behind a visitor's back: concerts are published, lines paused, seats bought by others. */
final class Organiser {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Evening> published = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Logins logins;
    private final String admin;

    Organiser(int port) {
        this(port, null);
    }

    /** With other access tokens than those of the demo. */
    Organiser(int port, Logins logins) {
        this.base = "http://127.0.0.1:" + port + "/api/v1/";
        this.logins = logins == null ? this::demoLogin : logins;
        this.admin = login("the-organiser", true);
    }

    /** Gives access tokens. */
    interface Logins {
        String accessToken(String userId, boolean isAdmin);
    }

    /** A concert with one date. */
    record Evening(String concertId, String scheduleId) {

        String line() {
            return "#/line/" + concertId + "/" + scheduleId;
        }

        String hall() {
            return "#/hall/" + concertId + "/" + scheduleId;
        }
    }

    /** On sale now, soon enough to be the first that is shown. */
    Evening publish(String title, String sections) {
        return publish(title, sections, Instant.now().minus(Duration.ofDays(1)));
    }

    Evening publish(String title, String sections, Instant salesOpenAt) {
        var startsAt = Instant.now().plus(Duration.ofHours(30));
        var concert =
                send("POST", "admin/concerts", admin, """
                        {"title":"%s","performer":"The Locators","venue":"Glass House, Seoul","timeZone":"Asia/Seoul",
                         "schedules":[{"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s","sections":[%s]}]}
                        """.formatted(title, startsAt, salesOpenAt, startsAt, sections));
        var evening = new Evening(
                concert.path("id").asString(),
                concert.path("schedules").path(0).path("id").asString());
        published.add(evening);
        return evening;
    }

    /** Takes what was published off the programme, which stays short for those who come later. */
    void packUp() {
        published.forEach(this::hide);
    }

    Evening smallHall(String title) {
        return publish(title, """
                {"name":"A","rows":4,"seatsPerRow":10,"price":80000},{"name":"B","rows":3,"seatsPerRow":8,"price":50000}""");
    }

    void pauseLine(Evening evening, boolean paused) {
        setLine(evening, 5000, 5000, paused);
    }

    void setLine(Evening evening, int maxActive, int admissionsPerSecond, boolean paused) {
        send("PUT", "admin/queues/" + evening.concertId, admin, """
                {"maxActive":%d,"admissionsPerSecond":%d,"paused":%s}""".formatted(maxActive, admissionsPerSecond, paused));
    }

    JsonNode line(Evening evening) {
        return send("GET", "admin/queues/" + evening.concertId, admin, null);
    }

    boolean isShown(String title) {
        return send("GET", "concerts?limit=100", null, null).toString().contains(title);
    }

    /** So many others join the line. */
    void crowd(Evening evening, int people) {
        for (int i = 0; i < people; i++) {
            var bearer = login("fan-" + System.nanoTime(), false);
            send("POST", "queue-tokens", bearer, "{\"concertId\":\"%s\"}".formatted(evening.concertId));
        }
    }

    /** What somebody has who was let in. */
    record Admission(String accessToken, String queueToken) {}

    /** Lets a user through the line. */
    Admission admit(Evening evening, String userId) {
        var bearer = login(userId, false);
        var token = send("POST", "queue-tokens", bearer, "{\"concertId\":\"%s\"}".formatted(evening.concertId))
                .path("token")
                .asString();
        while (!send("GET", "queue-tokens/current", bearer, null, "Queue-Token", token)
                .path("status")
                .asString()
                .equals("ACTIVE")) {
            Thread.onSpinWait();
        }
        return new Admission(bearer, token);
    }

    /** Seats that somebody else holds. */
    record Hold(String bearer, String reservationId) {}

    /** Somebody else holds these seats, by their labels. */
    Hold holdForAnother(Evening evening, List<String> labels) {
        var rival = admit(evening, "rival-" + System.nanoTime());
        var seats = send(
                        "GET",
                        "schedules/" + evening.scheduleId + "/seats",
                        rival.accessToken,
                        null,
                        "Queue-Token",
                        rival.queueToken)
                .path("seats");
        var ids = StreamSupport.stream(seats.spliterator(), false)
                .filter(seat -> labels.contains(seat.path("label").asString()))
                .map(seat -> seat.path("id").asString())
                .toList();
        var reservation = send(
                "POST",
                "reservations",
                rival.accessToken,
                "{\"scheduleId\":\"%s\",\"seatIds\":%s}".formatted(evening.scheduleId, JSON.writeValueAsString(ids)),
                "Queue-Token",
                rival.queueToken);
        return new Hold(rival.accessToken, reservation.path("id").asString());
    }

    void release(Hold hold) {
        send("DELETE", "reservations/" + hold.reservationId, hold.bearer, null);
    }

    void cancelShow(Evening evening, String reason) {
        send(
                "POST",
                "admin/schedules/" + evening.scheduleId + "/cancellation",
                admin,
                "{\"reason\":\"%s\"}".formatted(reason));
    }

    void hide(Evening evening) {
        send("PATCH", "admin/concerts/" + evening.concertId, admin, "{\"hidden\":true}", "If-Match", "*");
    }

    long balance(String userId) {
        return send("GET", "points", login(userId, false), null).path("balance").asLong();
    }

    /** How many orders a user has, of whatever status. */
    int orders(String userId) {
        return send("GET", "reservations?limit=100", login(userId, false), null)
                .path("items")
                .size();
    }

    private String login(String userId, boolean isAdmin) {
        return logins.accessToken(userId, isAdmin);
    }

    private String demoLogin(String userId, boolean isAdmin) {
        return send("POST", "demo/login", null, "{\"userId\":\"%s\",\"admin\":%s}".formatted(userId, isAdmin))
                .path("accessToken")
                .asString();
    }

    private JsonNode send(String method, String path, String bearer, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
