package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.frontrow.docs.generator.Chart.Arrow;
import dev.frontrow.docs.generator.Chart.Box;
import dev.frontrow.docs.generator.Chart.Look;
import dev.frontrow.docs.generator.Code.Module;
import dev.frontrow.edge.ProblemAdvice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

/**
 * A module's C4 component diagram: what comes in on the left, then adapters, use cases and adapters, and what goes out on
 * the right.
 */
final class ModuleComponents {

    private static final int COMES = 0;
    private static final int IN = 1;
    private static final int USE = 2;
    private static final int HELPER = 3;
    private static final int OUT = 4;
    private static final int GOES = 5;

    /** What more beans than these ask is named by each of them instead of drawn: such arrows hide the others. */
    private static final int ARROWS_MAX = 4;

    private static final Map<String, String> KINDS = Map.of(
            "adapter.in.web", "REST",
            "adapter.in.event", "listener",
            "adapter.in.schedule", "job",
            "application", "use case",
            "adapter.out.persistence", "SQL");

    private static final Map<Integer, String> HEADINGS = Map.of(
            COMES, "who calls, what is heard",
            IN, "adapters in",
            USE, "use cases",
            HELPER, "use cases",
            OUT, "adapters out",
            GOES, "called, published, kept");

    /** For modules that are no hexagon. */
    private static final Map<Integer, String> HEADINGS_OF_OTHERS = Map.of(
            COMES, "who calls, what is heard",
            IN, "REST, listeners",
            OUT, "SQL, calls of modules",
            GOES, "called, kept");

    private static final Map<Look, String> MEANINGS_OF_OTHERS =
            Map.of(Look.IN, "answers or listens", Look.OUT, "uses SQL or calls modules");

    private final Code code;
    private final Events events;
    private final Module module;
    private final List<Operations.RestOperation> operations;
    private final List<JavaClass> beans;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Set<Arrow> arrows = new LinkedHashSet<>();

    ModuleComponents(Code code, Events events, Module module) {
        this.code = code;
        this.events = events;
        this.module = module;
        this.operations = new Operations(code).of(module).toList();
        this.beans = code.beans(module).filter(this::isShown).toList();
    }

    Optional<Diagram> diagram() {
        for (var bean : beans) {
            var named = new ArrayList<String>();
            for (var asked : asked(bean)) {
                if (isDrawn(bean, asked)) {
                    arrows.add(new Arrow(id(bean), id(asked), false));
                } else {
                    named.add(asked.getSimpleName());
                }
            }
            boxes.put(
                    id(bean),
                    new Box(
                            id(bean),
                            column(bean),
                            look(bean),
                            bean.getSimpleName(),
                            kind(bean),
                            (asking(bean) > ARROWS_MAX
                                            ? "asked by %d".formatted(asking(bean)) + (named.isEmpty() ? "" : "; ")
                                            : "")
                                    + (named.isEmpty() ? "" : "asks " + String.join(", ", named))));
        }
        beans.forEach(this::comesIn);
        beans.forEach(this::goesOut);
        published();
        if (boxes.isEmpty()) {
            return Optional.empty();
        }
        var title = "Components of " + module.title();
        return Optional.of(new Diagram(
                c4(title),
                Optional.of(new Chart(
                        title,
                        module.isHexagon() ? HEADINGS : HEADINGS_OF_OTHERS,
                        module.isHexagon() ? Map.of() : MEANINGS_OF_OTHERS,
                        leftOut(),
                        List.copyOf(boxes.values()),
                        List.copyOf(arrows)))));
    }

    private boolean isShown(JavaClass bean) {
        var place = code.place(bean);
        if (!module.isHexagon()) {
            return Components.usesSql(bean)
                    || !operations(bean).isEmpty()
                    || !called(bean).isEmpty()
                    || hears(bean);
        }
        return (KINDS.containsKey(place) || place.startsWith("adapter.") || Canvases.isRoom(place))
                && !bean.isAssignableTo(ProblemAdvice.class)
                && !Code.is(bean, Configuration.class)
                && !Code.is(bean, ConfigurationProperties.class)
                && !bean.isInterface();
    }

    private List<String> leftOut() {
        var all = code.beans(module).toList();
        var hidden = all.stream().filter(bean -> !beans.contains(bean)).toList();
        if (hidden.isEmpty()) {
            return List.of();
        }
        return !module.isHexagon()
                ? List.of(
                        "Left out: %d of %d beans, which answer no operation, hear no event, call no module and use no SQL, such as"
                                .formatted(hidden.size(), all.size()),
                        "filters, security and configuration. The table of beans has them all.")
                : List.of("Left out: "
                        + hidden.stream().map(JavaClass::getSimpleName).collect(Collectors.joining(", ")) + ".");
    }

    private List<Operations.RestOperation> operations(JavaClass bean) {
        return operations.stream()
                .filter(operation -> operation.handler().getOwner().equals(bean))
                .toList();
    }

    private boolean hears(JavaClass bean) {
        return events.listeners().stream()
                .anyMatch(listener -> listener.method().getOwner().equals(bean));
    }

    private List<JavaClass> asked(JavaClass bean) {
        return code.asked(bean).stream().filter(beans::contains).toList();
    }

    private boolean isDrawn(JavaClass from, JavaClass to) {
        return column(from) < column(to) && asking(to) <= ARROWS_MAX;
    }

    private long asking(JavaClass bean) {
        return beans.stream().filter(other -> asked(other).contains(bean)).count();
    }

    private Look look(JavaClass bean) {
        var place = code.place(bean);
        if (place.startsWith("adapter.in")
                || Code.is(bean, RestController.class)
                || !module.isHexagon() && hears(bean)) {
            return Look.IN;
        }
        return place.startsWith("adapter.out") || !module.isHexagon() ? Look.OUT : Look.USE;
    }

    private int column(JavaClass bean) {
        return switch (look(bean)) {
            case IN -> IN;
            case OUT -> OUT;
            default -> {
                var asking = beans.stream()
                        .filter(other -> asked(other).contains(bean))
                        .toList();
                yield !asking.isEmpty() && asking.stream().allMatch(other -> look(other) == Look.USE) ? HELPER : USE;
            }
        };
    }

    private String kind(JavaClass bean) {
        var place = code.place(bean);
        if (Code.is(bean, RestController.class)) {
            return "REST";
        }
        if (!module.isHexagon()) {
            return hears(bean)
                    ? "listener"
                    : Stream.of(
                                    Components.usesSql(bean) ? "SQL" : "",
                                    called(bean).isEmpty() ? "" : "calls modules")
                            .filter(kind -> !kind.isEmpty())
                            .collect(Collectors.joining(", "));
        }
        var last = place.substring(place.lastIndexOf('.') + 1);
        var called = code.modules().stream().anyMatch(other -> other.name().equals(last));
        return KINDS.getOrDefault(
                Canvases.isRoom(place) ? "application" : place,
                called ? "calls " + last : place.startsWith("adapter.") ? last : place);
    }

    private void comesIn(JavaClass bean) {
        for (var operation : operations(bean)) {
            var who = operation.caller();
            connect(outside("p_" + who, COMES, who, "person", "REST"), bean);
        }
        for (var api : bean.getAllRawInterfaces()) {
            var callers = code.modules().stream()
                    .filter(other -> code.needed(other, module).contains(api))
                    .map(Module::name)
                    .toList();
            if (!callers.isEmpty() && code.place(api).isEmpty()) {
                connect(
                        outside(
                                "a_" + api.getSimpleName(),
                                COMES,
                                api.getSimpleName(),
                                "API",
                                "called by " + String.join(", ", callers)),
                        bean);
            }
        }
        events.listeners().stream()
                .filter(listener -> listener.method().getOwner().equals(bean))
                .forEach(listener -> {
                    var name = listener.event().getSimpleName();
                    arrows.add(new Arrow(
                            outside("h_" + name, COMES, name, "event", "published by " + publishers(listener.event())),
                            id(bean),
                            true));
                });
    }

    private String publishers(JavaClass event) {
        return Stream.concat(
                        events.publishers(event).map(Events.Publisher::module),
                        events.returning(event).map(Events.Listener::module))
                .map(Module::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void connect(String from, JavaClass to) {
        arrows.add(new Arrow(from, id(to), false));
    }

    private void goesOut(JavaClass bean) {
        for (var api : called(bean)) {
            var name = api.getSimpleName();
            var of = code.moduleOf(api).orElseThrow().name();
            arrows.add(new Arrow(id(bean), outside("c_api_" + name, GOES, name, "API", "of " + of), false));
        }
        if (Components.usesSql(bean)) {
            var schema = module.isRoof() ? "events, identity" : module.name();
            boxes.putIfAbsent("schema", new Box("schema", GOES, Look.STORE, schema, "PostgreSQL schema", ""));
            arrows.add(new Arrow(id(bean), "schema", false));
        }
    }

    /** Interfaces of other modules that a bean calls. */
    private List<JavaClass> called(JavaClass bean) {
        return bean.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> type.isInterface()
                        && !type.isAnnotation()
                        && code.moduleOf(type)
                                .filter(other -> !other.equals(module) && !other.shared())
                                .isPresent())
                .filter(type -> !bean.isAssignableTo(type.getName()))
                .distinct()
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
    }

    private void published() {
        events.publishers().stream()
                .filter(publisher -> publisher.module().equals(module))
                .forEach(publisher -> published(publisher.method().getOwner(), publisher.event()));
        events.listeners().stream()
                .filter(listener -> listener.module().equals(module))
                .forEach(listener -> listener.next()
                        .ifPresent(next -> published(listener.method().getOwner(), next)));
    }

    private void published(JavaClass by, JavaClass event) {
        if (!beans.contains(by)) {
            return;
        }
        var hearers = events.listeners(event)
                .map(listener -> listener.module().name())
                .distinct()
                .collect(Collectors.joining(", "));
        var name = event.getSimpleName();
        arrows.add(new Arrow(
                id(by),
                outside(
                        "e_" + name,
                        GOES,
                        name,
                        "event",
                        hearers.isEmpty() ? "nobody has to hear" : "heard by " + hearers),
                true));
    }

    private String outside(String id, int column, String name, String technology, String text) {
        boxes.putIfAbsent(id, new Box(id, column, Look.OUTSIDE, name, technology, text));
        return id;
    }

    private static String id(JavaClass bean) {
        return "b_" + bean.getSimpleName();
    }

    private String c4(String title) {
        var lines = new ArrayList<>(List.of(
                "@startuml",
                "!pragma layout smetana",
                "!include <C4/C4_Component>",
                "LAYOUT_LEFT_RIGHT()",
                "title " + title,
                "Boundary(module, \"%s\", \"module\") {".formatted(module.title())));
        boxes.values().stream()
                .filter(box -> box.look() != Look.OUTSIDE && box.look() != Look.STORE)
                .forEach(box -> lines.add("  " + element("Component", box)));
        lines.add("}");
        boxes.values().stream()
                .filter(box -> box.look() == Look.OUTSIDE)
                .forEach(box -> lines.add(element("Component_Ext", box)));
        boxes.values().stream()
                .filter(box -> box.look() == Look.STORE)
                .forEach(box -> lines.add(element("ComponentDb", box)));
        arrows.forEach(arrow -> lines.add(
                "Rel(%s, %s, \"%s\")".formatted(arrow.from(), arrow.to(), arrow.event() ? "event" : "calls")));
        if (!leftOut().isEmpty()) {
            lines.add("legend left");
            lines.addAll(leftOut());
            lines.add("endlegend");
        }
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }

    private static String element(String macro, Box box) {
        return "%s(%s, \"%s\", \"%s\", \"%s\")".formatted(macro, box.id(), box.name(), box.technology(), box.text());
    }
}
