package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Pile;
import dev.frontrow.app.benchmark.load.Request;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Prepares what is measured, and looks after it, as admins and users do: over HTTP. */
final class BoxOffice implements AutoCloseable {

    static final int PRICE = 1000;
    static final String TOKENS = "/api/v1/queue-tokens";
    static final String CURRENT = TOKENS + "/current";
    static final String RESERVATIONS = "/api/v1/reservations";
    static final String CHARGES = "/api/v1/points/charges";

    private static final int AT_ONCE = 64;
    private static final int TAKEN = 409;
    private static final int SECTION_SEATS_MAX = 1_000;
    private static final int NO_LIMIT = 1_000_000;

    private final Load load;
    private final String admin;

    BoxOffice(InetSocketAddress service, Bearers bearers) {
        this.load = new Load(service, AT_ONCE);
        this.admin = "Bearer " + bearers.admin();
    }

    /** A concert with one schedule. */
    record Concert(String id, String scheduleId) {}

    /** A user's place in a concert's line. */
    record Place(User user, Concert concert, String token) {}

    /** Somebody who may have those seats. */
    record Wish(Place place, List<String> seatIds) {

        Wish(Place place, String seatId) {
            this(place, List.of(seatId));
        }
    }

    /** A seat that is held, to be paid for. */
    record Hold(Place place, String paymentId) {}

    /** A concert on sale, whose line stands still. */
    Concert concert(int seats) {
        var perSection = Math.min(seats, SECTION_SEATS_MAX);
        var sections = new ArrayList<String>();
        for (var left = seats; left > 0; left -= perSection) {
            sections.add("{\"name\":\"%d\",\"rows\":1,\"seatsPerRow\":%d,\"price\":%d}"
                    .formatted(sections.size() + 1, Math.min(left, perSection), PRICE));
        }
        var starts = Instant.now().plus(Duration.ofDays(30));
        var created = ask(Request.post(
                        "create",
                        "/api/v1/admin/concerts",
                        """
                        {"title":"Benchmark","performer":"Many","venue":"Hall","timeZone":"UTC",
                         "schedules":[{"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s","sections":[%s]}]}
                        """.formatted(starts, starts.minus(Duration.ofDays(60)), starts, String.join(",", sections)),
                        "Authorization",
                        admin))
                .expect(201)
                .json();
        var concert =
                new Concert(text(created, "id"), text(created.path("schedules").path(0), "id"));
        paceLine(concert, NO_LIMIT, NO_LIMIT, true);
        return concert;
    }

    /** Sets how a concert's line lets people in. */
    void paceLine(Concert concert, int maxActive, int perSecond, boolean paused) {
        ask(Request.put(
                        "pace",
                        "/api/v1/admin/queues/" + concert.id(),
                        "{\"maxActive\":%d,\"admissionsPerSecond\":%d,\"paused\":%b}"
                                .formatted(maxActive, perSecond, paused),
                        "Authorization",
                        admin))
                .expect(200);
    }

    /** A line's settings and figures. */
    JsonNode line(Concert concert) {
        return ask(Request.get("look", "/api/v1/admin/queues/" + concert.id(), "Authorization", admin))
                .expect(200)
                .json();
    }

    /** Lets users join a concert's line. */
    List<Place> joined(Concert concert, List<User> users) {
        var places = new ArrayList<Place>(users.size());
        load.run(Pile.patient(
                AT_ONCE,
                users.iterator(),
                user -> join(user, concert),
                (user, answer) -> places.add(new Place(user, concert, placed(answer)))));
        return places;
    }

    private static String placed(Answer answer) {
        return text((answer.status() == 200 ? answer : answer.expect(201)).json(), "token");
    }

    /** Lets users join a concert's line, and all of them in. */
    List<Place> admitted(Concert concert, List<User> users) {
        var places = joined(concert, users);
        paceLine(concert, NO_LIMIT, NO_LIMIT, false);
        for (var line = line(concert); line.path("waiting").asInt(0) > 0; line = line(concert)) {
            pause(Duration.ofMillis(200));
        }
        return places;
    }

    /** The ids of a schedule's seats, all of them or those that can be had, as somebody sees them who was let in. */
    List<String> seatIds(Place admitted, String status) {
        var seats = ask(Request.get(
                        "seats",
                        "/api/v1/schedules/" + admitted.concert().scheduleId() + "/seats?status=" + status,
                        "Authorization",
                        admitted.user().authorization(),
                        "Queue-Token",
                        admitted.token()))
                .expect(200)
                .json();
        return StreamSupport.stream(seats.path("seats").spliterator(), false)
                .map(seat -> text(seat, "id"))
                .toList();
    }

    /** Concerts with one admitted user a seat, so that each may reserve one; the concerts take turns. */
    List<Wish> wishes(int halls, List<User> users) {
        var byHall = new ArrayList<List<Wish>>();
        for (var hall = 0; hall < halls; hall++) {
            var concert = concert(users.size());
            var places = admitted(concert, users);
            var seats = seatIds(places.getFirst(), "all");
            var wishes = new ArrayList<Wish>(users.size());
            for (var i = 0; i < users.size(); i++) {
                wishes.add(new Wish(places.get(i), seats.get(i)));
            }
            byHall.add(wishes);
        }
        var all = new ArrayList<Wish>(halls * users.size());
        for (var i = 0; i < users.size(); i++) {
            for (var wishes : byHall) {
                all.add(wishes.get(i));
            }
        }
        return all;
    }

    /** Has seats reserved; all but those whose first request was not answered, and took effect all the same. */
    List<Hold> held(List<Wish> wishes) {
        var holds = new ArrayList<Hold>(wishes.size());
        load.run(Pile.patient(AT_ONCE, wishes.iterator(), BoxOffice::reserve, (wish, answer) -> {
            if (answer.status() != TAKEN) {
                holds.add(new Hold(wish.place(), paymentId(answer.expect(201))));
            }
        }));
        return holds;
    }

    /** Has holds paid for. */
    void paid(List<Hold> holds) {
        load.run(Pile.patient(AT_ONCE, holds.iterator(), BoxOffice::pay, (_, answer) -> answer.expect(200)));
    }

    /** Gives each of the users so many points. */
    void charged(List<User> users, int points) {
        load.run(Pile.patient(
                AT_ONCE, users.iterator(), user -> charge(user, points), (_, answer) -> answer.expect(201)));
    }

    static Request join(User user, Concert concert) {
        return Request.post(
                "join", TOKENS, "{\"concertId\":\"" + concert.id() + "\"}", "Authorization", user.authorization());
    }

    static Request poll(Place place) {
        return Request.get("poll", CURRENT, "Queue-Token", place.token());
    }

    static Request reserve(Wish wish) {
        return Request.post(
                "reserve",
                RESERVATIONS,
                "{\"scheduleId\":\"" + wish.place().concert().scheduleId() + "\",\"seatIds\":[\""
                        + String.join("\",\"", wish.seatIds()) + "\"]}",
                "Authorization",
                wish.place().user().authorization(),
                "Queue-Token",
                wish.place().token());
    }

    static Request charge(User user, int points) {
        return Request.post(
                "charge",
                CHARGES,
                "{\"amount\":" + points + "}",
                "Authorization",
                user.authorization(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    static Request pay(Hold hold) {
        return Request.post(
                "pay",
                "/api/v1/payments/" + hold.paymentId() + "/pay",
                "",
                "Authorization",
                hold.place().user().authorization());
    }

    /** Cancels a concert's show. */
    Request cancelShow(Concert concert) {
        return Request.post("cancel", cancellation(concert), "{\"reason\":\"Rain\"}", "Authorization", admin);
    }

    /** Asks how far the refunds of a concert's show are. */
    Request refunds(Concert concert) {
        return Request.get("refunds", cancellation(concert), "Authorization", admin);
    }

    private static String cancellation(Concert concert) {
        return "/api/v1/admin/schedules/" + concert.scheduleId() + "/cancellation";
    }

    static String paymentId(Answer reserved) {
        return text(reserved.json().path("payment"), "id");
    }

    /** The names of the invariants that are violated, with how often. */
    List<String> violations() {
        var report = ask(Request.get("integrity", "/api/v1/admin/integrity", "Authorization", admin))
                .expect(200)
                .json();
        return StreamSupport.stream(report.path("invariants").spliterator(), false)
                .filter(invariant -> invariant.path("violations").asLong(0) > 0)
                .map(invariant -> text(invariant, "name") + " " + text(invariant, "violations"))
                .toList();
    }

    Answer ask(Request request) {
        return load.ask(request);
    }

    static String text(JsonNode node, String property) {
        return node.path(property).asString("");
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        load.close();
    }
}
