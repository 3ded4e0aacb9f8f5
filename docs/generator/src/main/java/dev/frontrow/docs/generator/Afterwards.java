package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/** What is done on the way back from an event, when all who listen in its transaction have returned. */
final class Afterwards {

    /**
     * A method of the way that goes on after what it called has returned.
     *
     * @param from the one that it called; itself for the publisher
     * @param calls the out-ports' methods, in the order of the code
     */
    record Afterward(JavaCodeUnit unit, JavaCodeUnit from, List<String> calls) {}

    private final Code code;

    Afterwards(Code code) {
        this.code = code;
    }

    /** The last method of the way first, as they return. */
    List<Afterward> of(List<JavaCodeUnit> way) {
        var afterwards = new ArrayList<Afterward>();
        for (var index = way.size() - 1; index >= 0; index--) {
            var unit = way.get(index);
            var next = index + 1 < way.size() ? Optional.of(way.get(index + 1)) : Optional.<JavaCodeUnit>empty();
            var calls = after(
                    unit,
                    access -> next.map(called -> isCallOf(access, called))
                            .orElseGet(() -> access.getTargetOwner().isAssignableTo(ApplicationEventPublisher.class)));
            if (!calls.isEmpty()) {
                afterwards.add(new Afterward(unit, next.orElse(unit), calls));
            }
        }
        return afterwards;
    }

    private static boolean isCallOf(JavaAccess<?> access, JavaCodeUnit called) {
        return access.getName().equals(called.getName())
                && called.getOwner().isAssignableTo(access.getTargetOwner().getName());
    }

    /** Out-ports that are called in later lines of the same method, or of the one of its name that does the step. */
    private List<String> after(JavaCodeUnit unit, Predicate<JavaAccess<?>> step) {
        return unit.getOwner().getCodeUnits().stream()
                .filter(method -> method.getName().equals(unit.getName()))
                .sorted(Comparator.comparing(JavaCodeUnit::getFullName))
                .flatMap(method -> {
                    var line = accesses(method)
                            .filter(step)
                            .mapToInt(JavaAccess::getLineNumber)
                            .max()
                            .orElse(Integer.MAX_VALUE);
                    return accesses(method)
                            .filter(access -> access.getLineNumber() > line)
                            .filter(access ->
                                    code.place(access.getTargetOwner()).equals("application.port.out"))
                            .filter(access -> access.getTargetOwner().isInterface());
                })
                .map(access -> access.getTargetOwner().getSimpleName() + "." + access.getName())
                .distinct()
                .toList();
    }

    private static Stream<JavaAccess<?>> accesses(JavaCodeUnit method) {
        return Stream.<JavaAccess<?>>concat(
                        method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .sorted(Comparator.<JavaAccess<?>>comparingInt(JavaAccess::getLineNumber)
                        .thenComparing(access -> access.getTarget().getFullName()));
    }
}
