package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/** Who calls whom, through interfaces too. */
final class Calls {

    private static final int HOPS_MAX = 4;

    private final Code code;
    private final Map<String, Set<JavaCodeUnit>> callers = new HashMap<>();
    private final Map<String, List<JavaMethod>> implementations = new HashMap<>();

    Calls(Code code) {
        this.code = code;
        code.all()
                .flatMap(type -> type.getCodeUnits().stream())
                .sorted(Comparator.comparing(JavaCodeUnit::getFullName))
                .forEach(unit -> targets(unit)
                        .forEach(target -> callers.computeIfAbsent(
                                        target.getFullName(),
                                        none -> new TreeSet<>(Comparator.comparing(JavaCodeUnit::getFullName)))
                                .addAll(callersIn(unit))));
    }

    /** A method that a constructor hands to a lane is called by those that ask the lane. */
    private static List<JavaCodeUnit> callersIn(JavaCodeUnit unit) {
        var askers = unit.isConstructor()
                ? unit.getOwner().getMethods().stream().filter(Calls::asks).toList()
                : List.<JavaMethod>of();
        return askers.isEmpty() ? List.of(unit) : List.copyOf(askers);
    }

    private static boolean asks(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals("dev.frontrow.edge.Lane"));
    }

    static boolean publishes(JavaMethod method) {
        return Stream.concat(method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(ApplicationEventPublisher.class));
    }

    /** The types that are constructed in what {@code method} calls, a few calls deep and without leaving its module. */
    Set<JavaClass> published(JavaMethod method) {
        var module = code.moduleOf(method.getOwner());
        var constructed = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        Set<JavaCodeUnit> reached = new LinkedHashSet<>(Set.of(method));
        Set<JavaCodeUnit> edge = reached;
        for (var hop = 0; hop < HOPS_MAX && !edge.isEmpty(); hop++) {
            var next = new LinkedHashSet<JavaCodeUnit>();
            for (var unit : edge) {
                unit.getConstructorCallsFromSelf().forEach(call -> constructed.add(call.getTargetOwner()));
                unit.getConstructorReferencesFromSelf().forEach(call -> constructed.add(call.getTargetOwner()));
                targets(unit)
                        .filter(target -> code.moduleOf(target.getOwner()).equals(module))
                        .filter(target -> !reached.contains(target))
                        .forEach(next::add);
            }
            reached.addAll(next);
            edge = next;
        }
        return constructed;
    }

    /** What of the modules a method or constructor calls, and what implements that. */
    private Stream<JavaCodeUnit> targets(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()),
                        unit.getMethodReferencesFromSelf().stream()
                                .map(call -> call.getTarget().resolveMember()))
                .flatMap(Optional::stream)
                .map(JavaCodeUnit.class::cast)
                .flatMap(target -> Stream.concat(Stream.of(target), implementations(target).stream()))
                .filter(target -> code.moduleOf(target.getOwner()).isPresent())
                .sorted(Comparator.comparing(JavaCodeUnit::getFullName));
    }

    /** Looked for once: a method of {@code Object} may be anybody's. */
    private List<JavaMethod> implementations(JavaCodeUnit target) {
        return target.isConstructor()
                ? List.of()
                : implementations.computeIfAbsent(target.getFullName(), none -> implementationsOf(target));
    }

    private List<JavaMethod> implementationsOf(JavaCodeUnit target) {
        var parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return target.getOwner().getAllSubclasses().stream()
                .filter(type -> code.moduleOf(type).isPresent())
                .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream())
                .toList();
    }

    private static boolean sameName(JavaCodeUnit one, JavaCodeUnit other) {
        return one.getOwner().equals(other.getOwner()) && one.getName().equals(other.getName());
    }

    /**
     * The shortest way from something that begins a request to {@code method}, both included; empty where there is none.
     */
    List<JavaCodeUnit> wayTo(JavaCodeUnit method, Predicate<JavaCodeUnit> begins) {
        var before = new HashMap<String, JavaCodeUnit>();
        var waiting = new ArrayDeque<JavaCodeUnit>(List.of(method));
        var seen = new HashSet<String>(Set.of(method.getFullName()));
        while (!waiting.isEmpty()) {
            var unit = waiting.removeFirst();
            if (begins.test(unit)) {
                var way = new ArrayList<JavaCodeUnit>();
                for (var step = unit; step != null; step = before.get(step.getFullName())) {
                    way.add(step);
                }
                return way.stream()
                        .filter(step -> way.indexOf(step) == 0 || !sameName(step, way.get(way.indexOf(step) - 1)))
                        .toList();
            }
            for (var caller : callers.getOrDefault(unit.getFullName(), Set.of())) {
                if (seen.add(caller.getFullName())) {
                    before.put(caller.getFullName(), unit);
                    waiting.addLast(caller);
                }
            }
        }
        return List.of();
    }
}
