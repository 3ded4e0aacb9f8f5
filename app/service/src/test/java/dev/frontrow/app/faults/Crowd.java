package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** People who ask all at once, and how soon each is answered. To be used by one thread. */
final class Crowd {

    /** Within this time everybody is told, also whoever can't be served. */
    static final Duration PROMISED = Duration.ofSeconds(3);

    private final Map<String, Duration> slowest = new TreeMap<>();
    private int refused;
    private int served;

    /** One answer, and how long it took. */
    record Timed(Answer answer, Duration after) {

        String operation() {
            var request = answer.raw().request();
            return request.method() + " " + request.uri().getPath();
        }
    }

    /** Asks so often, all at once. */
    static List<Timed> ask(int times, Supplier<Answer> question) {
        return ask(Collections.nCopies(times, question));
    }

    static List<Timed> ask(List<Supplier<Answer>> questions) {
        return AtOnce.each(questions, Crowd::timed);
    }

    private static Timed timed(Supplier<Answer> question) {
        var began = System.nanoTime();
        return new Timed(question.get(), Duration.ofNanos(System.nanoTime() - began));
    }

    /** Sees that they are told that the service is unavailable, and when to come back. */
    void refused(List<Timed> answers) {
        for (var timed : answers) {
            timed.answer().refused(503, "unavailable");
            assertThat(timed.answer().raw().headers().firstValue("Retry-After")).isPresent();
            inTime(timed);
            refused++;
        }
    }

    /** Sees that they are served or told that they are not. */
    void servedOrRefused(List<Timed> answers) {
        for (var timed : answers) {
            if (timed.answer().status() == 503) {
                refused(List.of(timed));
            } else {
                served(timed);
            }
        }
    }

    /** Sees that they are all served. */
    void served(List<Timed> answers) {
        answers.forEach(this::served);
    }

    private void served(Timed timed) {
        assertThat(timed.answer().status())
                .as(timed.operation() + " -> " + timed.answer().raw().body())
                .isBetween(200, 204);
        inTime(timed);
        served++;
    }

    private void inTime(Timed timed) {
        assertThat(timed.after()).as(timed.operation()).isLessThan(PROMISED);
        slowest.merge(timed.operation(), timed.after(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    @Override
    public String toString() {
        return "%d refused, %d served, the slowest of each: %s".formatted(refused, served, slowest);
    }
}
