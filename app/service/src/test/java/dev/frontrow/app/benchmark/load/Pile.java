package dev.frontrow.app.benchmark.load;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests to be sent by a number of visitors, each of whom takes the next one when the one before is answered. */
public final class Pile {

    private static final int UNAVAILABLE = 503;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private Pile() {}

    /** That many visitors, who leave when the pile is empty. Making a request should cost nothing any more. */
    public static List<Visitor> shared(int visitors, Iterator<Request> requests) {
        return visitors(
                visitors, () -> _ -> requests.hasNext() ? new Visitor.Send(requests.next()) : new Visitor.Leave());
    }

    /**
     * That many visitors, who ask again a second later where the service could not answer, and leave when the pile is empty.
     *
     * @param things a request each
     * @param answered what is done with its answer
     */
    public static <T> List<Visitor> patient(
            int visitors, Iterator<T> things, Function<T, Request> requested, BiConsumer<T, Answer> answered) {
        return visitors(visitors, () -> new Patient<>(things, requested, answered));
    }

    private static List<Visitor> visitors(int count, Supplier<Visitor> visitor) {
        return Stream.generate(visitor).limit(count).toList();
    }

    private static final class Patient<T> implements Visitor {

        private final Iterator<T> things;
        private final Function<T, Request> requested;
        private final BiConsumer<T, Answer> answered;
        private @Nullable T taken;

        Patient(Iterator<T> things, Function<T, Request> requested, BiConsumer<T, Answer> answered) {
            this.things = things;
            this.requested = requested;
            this.answered = answered;
        }

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer != null && isPassing(answer)) {
                return new Pause(AGAIN_AFTER);
            }
            if (taken != null) {
                if (answer == null) {
                    return new Send(requested.apply(taken));
                }
                answered.accept(taken, answer);
            }
            if (!things.hasNext()) {
                return new Leave();
            }
            taken = things.next();
            return new Send(requested.apply(taken));
        }

        private static boolean isPassing(Answer answer) {
            return answer.status() == Answer.LOST || answer.status() == UNAVAILABLE;
        }
    }
}
