package dev.frontrow.app.benchmark;

import static java.util.Objects.requireNonNull;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.BoxOffice.Hold;
import dev.frontrow.app.benchmark.BoxOffice.Place;
import dev.frontrow.app.benchmark.BoxOffice.Wish;
import dev.frontrow.app.benchmark.load.Answer;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants a seat when thousands do. Comes at some moment of the first seconds, joins, asks again when told to, and
 * once let in looks for a free seat, holds it, thinks it over and pays. Some walk away from the line, with a word or without;
 * some never come when they are let in; some hold a seat and don't pay. Who sees a few times that nothing is left goes home.
 */
final class RushUser implements Visitor {

    private static final double WALKS_AWAY = 0.05;
    private static final double GIVES_UP = 0.05;
    private static final double NEVER_COMES = 0.03;
    private static final double DOES_NOT_PAY = 0.15;

    private static final int LOOKS_AT_AVAILABILITY_EVERY = 3;
    private static final int SEEN_SOLD_OUT_MAX = 2;
    private static final int TAKEN_MAX = 5;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final int THINKS_MILLIS_MAX = 5_000;

    private enum Stage {
        JOIN,
        POLL,
        LOOK_AROUND,
        LOOK,
        RESERVE,
        THINK,
        CHARGE,
        PAY,
        GIVE_UP
    }

    private final User user;
    private final Concert concert;
    private final Duration comesAfter;
    private final Random dice;
    private final RushCounts counts;

    private Stage stage = Stage.JOIN;
    private boolean came;
    private @Nullable Place place;
    private @Nullable String seatId;
    private @Nullable String paymentId;
    private Duration askAgainAfter = AFTER_A_FAILURE;
    private int polls;
    private int seenSoldOut;
    private int taken;

    RushUser(User user, Concert concert, Duration comesAfter, long seed, RushCounts counts) {
        this.user = user;
        this.concert = concert;
        this.comesAfter = comesAfter;
        this.dice = new Random(seed);
        this.counts = counts;
    }

    @Override
    public Step next(@Nullable Answer answer) {
        if (answer == null) {
            return begin();
        }
        if (answer.status() == Answer.LOST || answer.status() == 503) {
            return new Pause(AFTER_A_FAILURE);
        }
        return switch (stage) {
            case THINK -> throw new IllegalStateException("nothing was asked in " + stage);
            case JOIN -> joined(answer);
            case POLL -> polled(answer);
            case LOOK_AROUND -> lookedAround(answer);
            case LOOK -> looked(answer);
            case RESERVE -> reserved(answer);
            case CHARGE -> go(Stage.PAY);
            case PAY -> paid(answer);
            case GIVE_UP -> leave();
        };
    }

    private Step begin() {
        if (!came) {
            came = true;
            return new Pause(comesAfter);
        }
        if (stage == Stage.THINK) {
            stage = Stage.CHARGE;
        }
        return send();
    }

    private Step joined(Answer answer) {
        if (!answer.isSuccess()) {
            return leave();
        }
        place = new Place(user, concert, BoxOffice.text(answer.json(), "token"));
        if (dice.nextDouble() < WALKS_AWAY) {
            counts.walkedAway++;
            return leave();
        }
        return go(Stage.POLL);
    }

    private Step polled(Answer answer) {
        var token = answer.json();
        switch (BoxOffice.text(token, "status")) {
            case "WAITING" -> {
                polls++;
                if (polls == 2 && dice.nextDouble() < GIVES_UP) {
                    counts.gaveUp++;
                    return go(Stage.GIVE_UP);
                }
                askAgainAfter =
                        Duration.ofSeconds(token.path("pollAfterSeconds").asInt(1));
                return polls % LOOKS_AT_AVAILABILITY_EVERY == 0 ? go(Stage.LOOK_AROUND) : new Pause(askAgainAfter);
            }
            case "ACTIVE" -> {
                counts.letIn++;
                if (dice.nextDouble() < NEVER_COMES) {
                    counts.neverCame++;
                    return leave();
                }
                return go(Stage.LOOK);
            }
            default -> {
                return leave();
            }
        }
    }

    private Step lookedAround(Answer answer) {
        stage = Stage.POLL;
        seenSoldOut = answer.json().path("available").asInt(0) == 0 ? seenSoldOut + 1 : 0;
        if (seenSoldOut > SEEN_SOLD_OUT_MAX) {
            counts.wentHome++;
            return go(Stage.GIVE_UP);
        }
        return new Pause(askAgainAfter);
    }

    private Step looked(Answer answer) {
        if (answer.status() == 410) {
            return leave();
        }
        var free = new ArrayList<String>();
        answer.json().path("seats").forEach(seat -> free.add(BoxOffice.text(seat, "id")));
        if (free.isEmpty()) {
            counts.wentHome++;
            return go(Stage.GIVE_UP);
        }
        seatId = free.get(dice.nextInt(free.size()));
        return go(Stage.RESERVE);
    }

    private Step reserved(Answer answer) {
        if (answer.status() == 409 && ++taken < TAKEN_MAX) {
            return go(Stage.LOOK);
        }
        if (!answer.isSuccess()) {
            counts.wentHome++;
            return go(Stage.GIVE_UP);
        }
        paymentId = BoxOffice.paymentId(answer);
        counts.held++;
        if (dice.nextDouble() < DOES_NOT_PAY) {
            counts.didNotPay++;
            return leave();
        }
        stage = Stage.THINK;
        return new Pause(Duration.ofMillis(dice.nextInt(THINKS_MILLIS_MAX)));
    }

    private Step paid(Answer answer) {
        if (answer.isSuccess()) {
            counts.paid++;
        }
        return leave();
    }

    private Step leave() {
        counts.left++;
        return new Leave();
    }

    private Step go(Stage next) {
        stage = next;
        return send();
    }

    private Send send() {
        return new Send(
                switch (stage) {
                    case THINK -> throw new IllegalStateException("nothing is asked in " + stage);
                    case JOIN -> BoxOffice.join(user, concert);
                    case POLL -> BoxOffice.poll(place());
                    case LOOK_AROUND -> Request.get("availability", schedule() + "/availability");
                    case LOOK -> look();
                    case RESERVE -> BoxOffice.reserve(new Wish(place(), requireNonNull(seatId)));
                    case CHARGE -> BoxOffice.charge(user, BoxOffice.PRICE);
                    case PAY -> BoxOffice.pay(new Hold(place(), requireNonNull(paymentId)));
                    case GIVE_UP ->
                        Request.delete(
                                "give up",
                                BoxOffice.CURRENT,
                                "Authorization",
                                user.authorization(),
                                "Queue-Token",
                                place().token());
                });
    }

    private Request look() {
        return Request.get(
                "seats",
                schedule() + "/seats?section=" + (1 + dice.nextInt(RushRehearsal.SECTIONS)),
                "Authorization",
                user.authorization(),
                "Queue-Token",
                place().token());
    }

    private String schedule() {
        return "/api/v1/schedules/" + concert.scheduleId();
    }

    private Place place() {
        return requireNonNull(place);
    }
}
