package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every rule of the architecture. They hold for whichever modules are below the root package of a {@link Layout}, so they can
 * be tried on code that breaks them.
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    public static List<Rule> of(Layout layout) {
        return Stream.of(
                        new BoundaryRules(layout).all(),
                        new DirectionRules(layout).all(),
                        new DataRules(layout).all(),
                        new EventRules(layout).all(),
                        new CodeRules(layout).all())
                .flatMap(List::stream)
                .toList();
    }

    /** A condition that each item breaks as often as {@code violations} has something to say of it. */
    static <T extends HasSourceCodeLocation> ArchCondition<T> show(Function<T, Stream<String>> violations) {
        return new ArchCondition<>("hold") {
            @Override
            public void check(T item, ConditionEvents events) {
                violations
                        .apply(item)
                        .distinct()
                        .forEach(violation -> events.add(SimpleConditionEvent.violated(item, violation)));
            }
        };
    }
}
