package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.frontrow.docs.generator.Code.Module;
import dev.frontrow.docs.generator.Events.Listener;
import dev.frontrow.docs.generator.Events.Publisher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens between a request and its last event, step by step: as a sequence diagram and as a table. */
final class Flows {

    private final Code code;
    private final Events events;
    private final Calls calls;
    private final Afterwards afterwards;

    Flows(Code code, Events events, Calls calls) {
        this.code = code;
        this.events = events;
        this.calls = calls;
        this.afterwards = new Afterwards(code);
    }

    /** One event after another, each returned by a listener of the one before. */
    private record Step(JavaClass event, Module issuer, String issuedBy, List<Listener> listeners) {}

    private record Flow(Optional<JavaCodeUnit> begin, List<JavaCodeUnit> way, Publisher publisher, List<Step> steps) {

        JavaClass event() {
            return publisher.event();
        }

        boolean isByTheClock() {
            return begin.filter(Flows::isScheduled).isPresent();
        }

        String caller() {
            return isByTheClock()
                    ? "Clock"
                    : begin.flatMap(Operations::of)
                            .map(Operations.RestOperation::caller)
                            .orElse("");
        }

        String title() {
            if (isByTheClock()) {
                return "By the clock: " + Flows.name(begin.orElseThrow());
            }
            return begin.flatMap(Operations::of)
                    .map(operation -> operation.summary().isEmpty() ? operation.name() : operation.summary())
                    .orElse(publisher.event().getSimpleName());
        }

        String file() {
            return "flow-"
                    + publisher
                            .event()
                            .getSimpleName()
                            .replaceAll("([a-z])([A-Z])", "$1-$2")
                            .toLowerCase(Locale.ROOT)
                    + (isByTheClock() ? "-by-the-clock" : "");
        }
    }

    void writeTo(Documents documents) {
        var flows = flows();
        var document = Markdown.titled("Flows")
                .paragraph("""
                        What happens from a request to its last event, as it is in the code: which method publishes, which
                        listener hears, which event it returns, and in which transaction. A synchronous listener
                        (`@EventListener`) runs inside the publisher's transaction, and its exception undoes everything.
                        A listener after the commit (`@ApplicationModuleListener`) runs in a transaction of its own, or has a
                        lane do it in one with many others. Its event is kept in the registry, from the publisher's own
                        transaction on, and tried again when the listener fails: a bounded number of times, with growing
                        pauses (`frontrow.events.*` in the %s). What has failed too often is parked until an admin has it
                        delivered again (%s, %s).""".formatted(
                                link("settings", "settings.md#app"),
                                link(code("GET /api/v1/admin/parked-events"), "rest.md#get-apiv1adminparked-events"),
                                link("operating", "../guides/operating.md#health-and-metrics")))
                .items(flows.stream().map(flow -> link(flow.title(), "#" + Markdown.anchor(flow.title()))));
        for (var flow : flows) {
            write(flow, document);
            documents.add("docs/generated/" + flow.file() + ".puml", new Diagram(sequence(flow)));
        }
        documents.add("docs/generated/flows.md", document);
    }

    private List<Flow> flows() {
        return Stream.concat(
                        flows(unit -> Operations.of(unit).isPresent()),
                        flows(Flows::isScheduled).filter(Flow::isByTheClock))
                .sorted(Comparator.comparing((Flow flow) -> -flow.steps().size())
                        .thenComparing(flow -> flow.event().getName())
                        .thenComparing(Flow::isByTheClock))
                .toList();
    }

    /** One of each event, from the nearest of what can begin it. */
    private Stream<Flow> flows(Predicate<JavaCodeUnit> begins) {
        return events.publishers().stream()
                .collect(Collectors.groupingBy(publisher -> publisher.event().getName()))
                .values()
                .stream()
                .map(publishers -> publishers.stream()
                        .map(publisher -> flow(publisher, begins))
                        .min(Comparator.comparing((Flow flow) -> flow.begin().isEmpty())
                                .thenComparing(flow -> flow.way().size())
                                .thenComparing(flow -> flow.publisher().method().getFullName()))
                        .orElseThrow());
    }

    private static boolean isScheduled(JavaCodeUnit unit) {
        return unit instanceof JavaMethod method && method.isAnnotatedWith(Scheduled.class);
    }

    private Flow flow(Publisher publisher, Predicate<JavaCodeUnit> begins) {
        var way = calls.wayTo(publisher.method(), begins);
        var steps = new ArrayList<Step>();
        addSteps(publisher.event(), publisher.module(), publisher.name(), steps);
        return new Flow(way.stream().findFirst(), way.isEmpty() ? List.of(publisher.method()) : way, publisher, steps);
    }

    private void addSteps(JavaClass event, Module issuer, String issuedBy, List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.event().equals(event))) {
            return;
        }
        var heard = events.listeners(event).toList();
        steps.add(new Step(event, issuer, issuedBy, heard));
        for (var listener : heard) {
            listener.next().ifPresent(next -> addSteps(next, listener.module(), listener.name(), steps));
        }
    }

    private void write(Flow flow, Markdown document) {
        document.heading(2, flow.title());
        flow.begin()
                .map(begin -> Operations.of(begin)
                        .map(operation -> "Begins with " + code(operation.name()))
                        .orElse("Begins by the clock, on each instance, for whatever is left"))
                .ifPresent(begins -> document.paragraph(begins + "; "
                        + flow.way().stream().map(unit -> code(name(unit))).collect(Collectors.joining(" → "))
                        + "."));
        document.diagram(flow.title(), flow.file() + ".svg");
        var rows = new ArrayList<List<String>>();
        for (var step : flow.steps()) {
            var number = String.valueOf(flow.steps().indexOf(step) + 1);
            var event = link(
                    code(step.event().getSimpleName()),
                    "events.md#" + Markdown.anchor(step.event().getSimpleName()));
            var issued = "**" + step.issuer().name() + "**: " + code(step.issuedBy());
            if (step.listeners().isEmpty()) {
                rows.add(List.of(number, event, issued, "nobody has to", "", ""));
            }
            for (var listener : step.listeners()) {
                var first = listener.equals(step.listeners().getFirst());
                rows.add(List.of(
                        first ? number : "",
                        first ? event : "",
                        first ? issued : "",
                        "**" + listener.module().name() + "**: "
                                + code(listener.method().getOwner().getSimpleName() + "."
                                        + listener.method().getName()),
                        inPort(listener).map(Markdown::code).orElse(""),
                        listener.transaction()));
            }
        }
        document.table(
                List.of("#", "Event", "Issued by", "Followed by", "which calls", "In which transaction"),
                rows.stream());
        document.paragraph(afterwards.of(flow.way()).stream()
                .map(afterward -> "**"
                        + code.moduleOf(afterward.unit().getOwner())
                                .orElseThrow()
                                .name() + "**: "
                        + code(name(afterward.unit())) + " calls "
                        + afterward.calls().stream().map(Markdown::code).collect(Collectors.joining(", ")))
                .reduce((one, other) -> one + "; then " + other)
                .map(all -> "When those in the same transaction have returned, " + all + ".")
                .orElse(""));
    }

    /** Where the flow is when nobody in the transaction has anything left to do but to return. */
    private static Optional<Module> lastSynchronous(Flow flow) {
        return flow.steps().stream()
                .flatMap(step -> step.listeners().stream())
                .filter(listener -> !listener.afterCommit())
                .map(Listener::module)
                .reduce((one, other) -> other);
    }

    private static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    private Optional<String> inPort(Listener listener) {
        return listener.method().getMethodCallsFromSelf().stream()
                .filter(call -> !call.getTargetOwner().isEnum()) // what a switch asks of what the port answers
                .map(call -> call.getTarget().getOwner().getSimpleName() + "."
                        + call.getTarget().getName() + "|"
                        + code.place(call.getTarget().getOwner()))
                .filter(call -> call.endsWith("|application.port.in"))
                .map(call -> call.substring(0, call.indexOf('|')))
                .sorted()
                .findFirst();
    }

    private String sequence(Flow flow) {
        var lines = new ArrayList<String>();
        lines.add("@startuml");
        lines.add("hide footbox");
        lines.add("skinparam shadowing false");
        lines.add("skinparam defaultFontName sans-serif");
        lines.add("skinparam sequenceMessageAlign direction");
        lines.add("skinparam maxMessageSize 420");
        if (flow.begin().isPresent()) {
            lines.add("actor " + flow.caller());
        }
        participants(flow).forEach(module -> lines.add("participant \"" + module.title() + "\" as " + module.name()));
        var late = new ArrayList<String>();
        var begins = begin(flow, lines);
        for (var step : flow.steps()) {
            if (step.listeners().isEmpty()) {
                lines.add("note over " + step.issuer().name() + " : **"
                        + step.event().getSimpleName() + "**\\nnobody has to follow");
            }
            for (var listener : step.listeners()) {
                var port = inPort(listener).map(called -> "\\n" + called).orElse("");
                if (listener.afterCommit()) {
                    late.add(step.issuer().name() + " ->> " + listener.module().name() + " : **"
                            + step.event().getSimpleName()
                            + "**\\nkept in the registry, tried again if it fails, parked at last");
                    late.add("note over " + listener.module().name() + " : " + listener.name() + port
                            + "\\nanother transaction" + (listener.id().isEmpty() ? "" : "\\n" + listener.id()));
                } else {
                    lines.add(step.issuer().name() + " -> " + listener.module().name() + " : **"
                            + step.event().getSimpleName() + "**");
                    lines.add("note over " + listener.module().name() + " : " + listener.name() + port);
                }
            }
        }
        var back = lastSynchronous(flow);
        for (var afterward : afterwards.of(flow.way())) {
            var module = code.moduleOf(afterward.unit().getOwner()).orElseThrow();
            var from = code.moduleOf(afterward.from().getOwner()).orElseThrow();
            var returning = back.isPresent() ? back.get() : from;
            if (!returning.equals(module)) {
                lines.add(returning.name() + " --> " + module.name() + " : returns");
            }
            back = Optional.of(module);
            lines.add("note over " + module.name() + " : " + name(afterward.unit()) + " goes on\\n"
                    + String.join("\\n", afterward.calls()));
        }
        if (begins) {
            lines.add("end");
            lines.add("== the transaction has committed ==");
        }
        flow.begin()
                .filter(unit -> !flow.isByTheClock())
                .ifPresent(unit ->
                        lines.add(code.moduleOf(unit.getOwner()).orElseThrow().name() + " --> " + flow.caller()
                                + " : the answer"));
        lines.addAll(late);
        lines.add("@enduml");
        return String.join("\n", lines) + "\n";
    }

    /** Draws the way from the client to the publisher; whether a transaction began on it. */
    private boolean begin(Flow flow, List<String> lines) {
        var begun = false;
        Optional<Module> last = Optional.empty();
        for (var unit : flow.way()) {
            var module = code.moduleOf(unit.getOwner()).orElseThrow();
            var operation = Operations.of(unit);
            if (operation.isPresent() || isScheduled(unit)) {
                lines.add(flow.caller() + " -> " + module.name() + " : "
                        + operation.map(Operations.RestOperation::name).orElse(name(unit)));
            } else if (last.isPresent() && !last.get().equals(module)) {
                lines.add(last.get().name() + " -> " + module.name() + " : " + offered(unit));
            }
            if (!begun && beginsTransaction(unit)) {
                lines.add("group one database transaction, from "
                        + unit.getOwner().getSimpleName() + "." + unit.getName());
                begun = true;
            }
            last = Optional.of(module);
        }
        return begun;
    }

    private String offered(JavaCodeUnit unit) {
        return unit.getOwner().getAllRawInterfaces().stream()
                        .filter(type -> code.place(type).isEmpty())
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .findFirst()
                        .orElse(unit.getOwner().getSimpleName())
                + "." + unit.getName();
    }

    private static boolean beginsTransaction(JavaCodeUnit unit) {
        if (!(unit instanceof JavaMethod method)) {
            return false;
        }
        var transactional = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), Transactional.class);
        return transactional != null && transactional.propagation() != Propagation.MANDATORY;
    }

    private List<Module> participants(Flow flow) {
        var modules = new ArrayList<Module>();
        flow.way().forEach(unit -> modules.add(code.moduleOf(unit.getOwner()).orElseThrow()));
        flow.steps().forEach(step -> {
            modules.add(step.issuer());
            step.listeners().forEach(listener -> modules.add(listener.module()));
        });
        return modules.stream().distinct().toList();
    }
}
