package dev.frontrow.app.benchmark.load;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Things to be done, a request each, by a number of visitors who take the next one whenever they are free. */
public final class Pile {

    private static final int UNAVAILABLE = 503;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private Pile() {}

    /**
     * That many visitors, who leave when the pile is empty.
     *
     * @param requested the request that a thing takes
     * @param answered what is done with its answer
     */
    public static <T> List<Visitor> shared(
            int visitors, Iterator<T> things, Function<T, Request> requested, BiConsumer<T, Answer> answered) {
        return IntStream.range(0, visitors)
                .<Visitor>mapToObj(_ -> new Taking<>(things, requested, answered, false))
                .toList();
    }

    /** The same, but that they ask again a second later where the service could not answer or told them to. */
    public static <T> List<Visitor> patient(
            int visitors, Iterator<T> things, Function<T, Request> requested, BiConsumer<T, Answer> answered) {
        return IntStream.range(0, visitors)
                .<Visitor>mapToObj(_ -> new Taking<>(things, requested, answered, true))
                .toList();
    }

    /** That many visitors, whose answers nobody looks at. */
    public static <T> List<Visitor> shared(int visitors, Iterator<T> things, Function<T, Request> requested) {
        return shared(visitors, things, requested, (_, _) -> {});
    }

    private static final class Taking<T> implements Visitor {

        private final Iterator<T> things;
        private final Function<T, Request> requested;
        private final BiConsumer<T, Answer> answered;
        private final boolean patient;
        private @Nullable T taken;

        Taking(Iterator<T> things, Function<T, Request> requested, BiConsumer<T, Answer> answered, boolean patient) {
            this.things = things;
            this.requested = requested;
            this.answered = answered;
            this.patient = patient;
        }

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer == null && taken != null) {
                return new Send(requested.apply(taken));
            }
            if (answer != null && patient && isPassing(answer)) {
                return new Pause(AGAIN_AFTER);
            }
            if (answer != null && taken != null) {
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
