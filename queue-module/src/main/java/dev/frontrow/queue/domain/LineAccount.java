package dev.frontrow.queue.domain;

import dev.frontrow.queue.domain.TokenState.Active;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A whole line as one snapshot of the database shows it. */
public record LineAccount(NumberSet waiting, Map<Long, Active> active, Map<EndReason, NumberSet> ended) {

    /** Puts an account together, piece by piece; for one thread. */
    public static final class Draft {

        private final NumberSet.Edit waiting = NumberSet.EMPTY.edit();
        private final Map<Long, Active> active = new HashMap<>();
        private final Map<EndReason, NumberSet.Edit> ended = new EnumMap<>(EndReason.class);

        /** Puts down numbers that wait. */
        public void addWaiting(long... numbers) {
            for (long number : numbers) {
                waiting.add(number);
            }
        }

        /** Puts down where a number stands; an earlier state of it no longer counts. */
        public void add(long number, TokenState state) {
            switch (state) {
                case TokenState.Waiting _ -> waiting.add(number);
                case Active admitted -> {
                    waiting.remove(number);
                    active.put(number, admitted);
                }
                case TokenState.Ended(var reason) -> {
                    waiting.remove(number);
                    active.remove(number);
                    if (reason != null) {
                        ended.computeIfAbsent(reason, r -> NumberSet.EMPTY.edit())
                                .add(number);
                    }
                }
            }
        }

        public LineAccount done() {
            Map<EndReason, NumberSet> reasons = new EnumMap<>(EndReason.class);
            ended.forEach((reason, numbers) -> reasons.put(reason, numbers.done()));
            return new LineAccount(waiting.done(), active, reasons);
        }
    }
}
