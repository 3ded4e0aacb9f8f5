package dev.frontrow.app.benchmark.load;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Things to be done, a request each, by a number of visitors who take the next one whenever they are free. */
public final class Pile {

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
                .<Visitor>mapToObj(_ -> new Taking<>(things, requested, answered))
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
        private @Nullable T taken;

        Taking(Iterator<T> things, Function<T, Request> requested, BiConsumer<T, Answer> answered) {
            this.things = things;
            this.requested = requested;
            this.answered = answered;
        }

        @Override
        public Step next(@Nullable Answer answer) {
            if (answer != null && taken != null) {
                answered.accept(taken, answer);
            }
            if (!things.hasNext()) {
                return new Leave();
            }
            taken = things.next();
            return new Send(requested.apply(taken));
        }
    }
}
