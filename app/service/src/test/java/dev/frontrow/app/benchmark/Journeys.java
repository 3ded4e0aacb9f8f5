package dev.frontrow.app.benchmark;

import static java.util.Objects.requireNonNull;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.BoxOffice.Hold;
import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Tally;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Users who go a way of several requests, each who is done making room for the next. They ask again where they stand when they
 * are told to, so many more are on their way than send a request at a moment.
 *
 * @param way what each user does, in order
 * @param users those who have not come yet
 * @param seats those that nobody has taken yet
 */
record Journeys(List<Stage> way, Concert concert, Iterator<User> users, Iterator<String> seats) {

    static final int CONNECTIONS = 64;

    /** All that people do: in line, looking at the states of all seats, choosing one, paying. */
    static final List<Stage> WHOLE = List.of(Stage.values());

    /** What it takes to get a seat, by those who have points. */
    static final List<Stage> BUYING = List.of(Stage.JOIN, Stage.POLL, Stage.RESERVE, Stage.PAY);

    private static final int AT_ONCE = 2_000;

    /** Until the first who came have gone their way. */
    private static final Duration UNDER_WAY_AFTER = Duration.ofSeconds(4);

    /** A concert on sale with a seat for each of the first users. */
    static Journeys prepared(BoxOffice box, Bearers bearers, int users, List<Stage> way) {
        var all = bearers.users(users + 1);
        var concert = box.concert(users);
        // The last user sees the seats for all, and buys none.
        var seats =
                box.seatIds(box.admitted(concert, all.subList(users, users + 1)).getFirst(), "all");
        return new Journeys(way, concert, all.subList(0, users).iterator(), seats.iterator());
    }

    /** Lets users go their ways until there are none left. */
    Tally run(Load load) {
        return load.run(some());
    }

    /** Lets users go their ways, and begins to look once they are well on it. */
    Sample measure(Bench bench, Load load) {
        underWay(load);
        var sample = bench.measure("pay", () -> load.goOn(bench.round()));
        load.finish(Duration.ZERO);
        return sample;
    }

    /** Lets users come, and go their ways until the first of them are done. */
    void underWay(Load load) {
        load.come(some());
        load.goOn(UNDER_WAY_AFTER);
    }

    /** Lets users go their ways for that long. */
    Tally run(Load load, Duration duration) {
        return load.run(some(), duration);
    }

    private List<Visitor> some() {
        return IntStream.range(0, AT_ONCE).<Visitor>mapToObj(_ -> new Journey()).toList();
    }

    /** How many requests of a round were not answered as they should be. */
    static int failures(Sample round) {
        return failures(round.tally());
    }

    /** The same of what is no sample. */
    static int failures(Tally round) {
        return round.operations().values().stream()
                .mapToInt(answers -> answers.all() - answers.successes())
                .sum();
    }

    /** A step of the way. */
    enum Stage {
        JOIN,
        POLL,
        LOOK,
        RESERVE,
        CHARGE,
        PAY
    }

    /** One user's way after the other. */
    private final class Journey implements Visitor {

        private int step;
        private @Nullable User user;
        private @Nullable Place place;
        private @Nullable String paymentId;

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer == null) {
                return user == null ? begin() : send();
            }
            if (!answer.isSuccess()) {
                return begin();
            }
            switch (stage()) {
                case JOIN -> place = new Place(user(), concert, BoxOffice.text(answer.json(), "token"));
                case POLL -> {
                    var token = answer.json();
                    if (BoxOffice.text(token, "status").equals("WAITING")) {
                        return new Pause(Duration.ofSeconds(
                                token.path("pollAfterSeconds").asInt(1)));
                    }
                }
                case RESERVE -> paymentId = BoxOffice.paymentId(answer);
                case LOOK, CHARGE, PAY -> {}
            }
            return ++step < way.size() ? send() : begin();
        }

        private Stage stage() {
            return way.get(step);
        }

        private Step begin() {
            if (!users.hasNext()) {
                return new Leave();
            }
            step = 0;
            user = users.next();
            return send();
        }

        private Send send() {
            return new Send(
                    switch (stage()) {
                        case JOIN -> BoxOffice.join(user(), concert);
                        case POLL -> BoxOffice.poll(place());
                        case LOOK -> look();
                        case RESERVE -> BoxOffice.reserve(new Wish(place(), seats.next()));
                        case CHARGE -> BoxOffice.charge(user(), BoxOffice.PRICE);
                        case PAY -> BoxOffice.pay(new Hold(place(), paymentId()));
                    });
        }

        private Request look() {
            return Request.get(
                    "look",
                    "/api/v1/schedules/" + concert.scheduleId() + "/seat-states",
                    "Authorization",
                    user().authorization(),
                    "Queue-Token",
                    place().token(),
                    "Accept-Encoding",
                    "gzip");
        }

        private User user() {
            return requireNonNull(user);
        }

        private Place place() {
            return requireNonNull(place);
        }

        private String paymentId() {
            return requireNonNull(paymentId);
        }
    }
}
