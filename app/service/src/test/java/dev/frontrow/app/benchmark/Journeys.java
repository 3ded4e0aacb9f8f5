package dev.frontrow.app.benchmark;

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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Users who join a line, ask until they are let in, look at a section's seats, reserve one, charge points and pay; each who is
 * done makes room for the next. They ask again when they are told to, so many more are on their way than send a request.
 *
 * @param users of this and all journeys before on these concerts
 */
record Journeys(Concert concert, Iterator<User> users, Iterator<String> seats) {

    static final int CONNECTIONS = 64;

    private static final int AT_ONCE = 2_000;
    private static final int USERS = 20_000;

    /** A concert with a seat for each user, on sale. */
    static Journeys prepared(Bench bench) {
        var users = bench.bearers().users(USERS);
        var box = bench.boxOffice();
        var concert = box.concert(USERS);
        // The last user sees the seats for all, and buys none.
        var seats = box.seatIds(
                box.admitted(concert, users.subList(USERS - 1, USERS)).getFirst(), "all");
        return new Journeys(concert, users.subList(0, USERS - 1).iterator(), seats.iterator());
    }

    /** Lets users go their ways for that long. */
    Tally run(Load load, Duration duration) {
        return load.run(IntStream.range(0, AT_ONCE).mapToObj(_ -> new Journey()).toList(), duration);
    }

    /** How many requests of a round were not answered as they should be. */
    static int failures(Sample round) {
        return round.tally().operations().values().stream()
                .mapToInt(answers -> answers.all() - answers.successes())
                .sum();
    }

    private enum Stage {
        JOIN,
        POLL,
        LOOK,
        RESERVE,
        CHARGE,
        PAY
    }

    /** One user's way after the other. */
    private final class Journey implements Visitor {

        private Stage stage = Stage.JOIN;
        private @Nullable User user;
        private @Nullable Place place;
        private @Nullable String paymentId;

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer == null) {
                return stage == Stage.POLL ? send() : begin();
            }
            if (!answer.isSuccess()) {
                return begin();
            }
            switch (stage) {
                case JOIN -> {
                    place = new Place(user(), concert, BoxOffice.text(answer.json(), "token"));
                    stage = Stage.POLL;
                }
                case POLL -> {
                    var token = answer.json();
                    if (BoxOffice.text(token, "status").equals("WAITING")) {
                        return new Pause(Duration.ofSeconds(
                                token.path("pollAfterSeconds").asInt(1)));
                    }
                    stage = Stage.LOOK;
                }
                case LOOK -> stage = Stage.RESERVE;
                case RESERVE -> {
                    paymentId = BoxOffice.paymentId(answer);
                    stage = Stage.CHARGE;
                }
                case CHARGE -> stage = Stage.PAY;
                case PAY -> {
                    return begin();
                }
            }
            return send();
        }

        private Step begin() {
            if (!users.hasNext()) {
                return new Leave();
            }
            stage = Stage.JOIN;
            user = users.next();
            return send();
        }

        private Send send() {
            return new Send(
                    switch (stage) {
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
                    "/api/v1/schedules/" + concert.scheduleId() + "/seats?section=1",
                    "Authorization",
                    user().authorization(),
                    "Queue-Token",
                    place().token(),
                    "Accept-Encoding",
                    "gzip");
        }

        private User user() {
            return java.util.Objects.requireNonNull(user);
        }

        private Place place() {
            return java.util.Objects.requireNonNull(place);
        }

        private String paymentId() {
            return java.util.Objects.requireNonNull(paymentId);
        }
    }
}
