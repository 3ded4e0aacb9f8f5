package dev.frontrow.queue.domain;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why tokens ended, as long as it is worth remembering: a set of numbers a reason, in two generations, so that the older
 * one can be forgotten as a whole. Immutable.
 */
record EndedNumbers(Map<EndReason, NumberSet> recent, Map<EndReason, NumberSet> older) {

    static final EndedNumbers NONE = new EndedNumbers(Map.of(), Map.of());

    @Nullable
    EndReason reasonOf(long number) {
        var reason = reasonOf(number, recent);
        return reason != null ? reason : reasonOf(number, older);
    }

    EndedNumbers with(Map<EndReason, NumberSet> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<EndReason, NumberSet> all = new EnumMap<>(EndReason.class);
        all.putAll(recent);
        more.forEach((reason, numbers) -> all.merge(reason, numbers, NumberSet::union));
        return new EndedNumbers(all, older);
    }

    /** What is left of a set without those that ended. */
    NumberSet removeFrom(NumberSet numbers) {
        var left = numbers;
        for (var ended : recent.values()) {
            left = left.minus(ended);
        }
        for (var ended : older.values()) {
            left = left.minus(ended);
        }
        return left;
    }

    boolean isEmpty() {
        return recent.isEmpty() && older.isEmpty();
    }

    EndedNumbers aged() {
        return new EndedNumbers(Map.of(), recent);
    }

    private static @Nullable EndReason reasonOf(long number, Map<EndReason, NumberSet> generation) {
        for (var entry : generation.entrySet()) {
            if (entry.getValue().contains(number)) {
                return entry.getKey();
            }
        }
        return null;
    }
}
