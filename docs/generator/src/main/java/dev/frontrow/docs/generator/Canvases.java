package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.frontrow.docs.generator.Code.Module;
import dev.frontrow.docs.generator.Tables.Table;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** One page a module: what it is for, what it offers, hears, keeps and is set by. */
final class Canvases {

    private static final Map<String, String> PLACES = places();

    private static final String TRANSACTIONS = """
            Transaction: *begins one* means where none is under way, and takes part in it otherwise; *begins a new one* means
            always, as a listener after the commit does: its own, beside what published the event; or it is *in none*, where a
            lane's transaction does what many ask for. *Its caller's* must be under way already, or the call fails. A bean without a word declares none: what it does takes part in whichever
            is under way.""";

    private final Repository repository;
    private final Code code;
    private final Events events;
    private final Tables tables;
    private final Settings settings;

    Canvases(Repository repository, Code code, Events events, Tables tables, Settings settings) {
        this.repository = repository;
        this.code = code;
        this.events = events;
        this.tables = tables;
        this.settings = settings;
    }

    private static Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        places.put("adapter.in.web", "Web");
        places.put("adapter.in.event", "Listeners");
        places.put("adapter.in.schedule", "Jobs");
        places.put("application", "Use cases");
        places.put("adapter.out.persistence", "SQL");
        return places;
    }

    void writeTo(Documents documents) {
        var components = new Components(code, events);
        documents.add("docs/generated/system.puml", components.system());
        documents.add("docs/generated/system.md", system());
        for (var module : code.modules()) {
            var drawn = components.module(module);
            drawn.ifPresent(diagram -> documents.add("docs/generated/modules/" + module.name() + ".puml", diagram));
            documents.add("docs/generated/modules/" + module.name() + ".md", canvas(module, drawn.isPresent()));
        }
    }

    private Markdown system() {
        return Markdown.titled("The system")
                .paragraph("One deployable, made of modules that know one another only by their API packages, on one "
                        + "PostgreSQL with a schema for each of them.")
                .diagram("The system", "system.svg")
                .table(
                        List.of("Module", "What it is for", "Its tables"),
                        code.modules().stream()
                                .map(module -> List.of(
                                        link(module.title(), "modules/" + module.name() + ".md"),
                                        code.javadocs().first(module.base()),
                                        tables.of(module).map(this::linked).collect(Collectors.joining(", ")))));
    }

    private String linked(Table table) {
        return link(
                        code(table.name()),
                        "tables/" + table.schema() + ".md#" + Markdown.anchor(table.schema() + "." + table.name()))
                + (table.isView() ? " (view)" : "");
    }

    private Markdown canvas(Module module, boolean drawn) {
        var document = Markdown.titled(module.title()).paragraph(code.javadocs().all(module.base()));
        if (drawn) {
            document.diagram(module.title() + "'s components", module.name() + ".svg");
        }
        neighbours(module, document);
        api(module, document);
        published(module, document);
        heard(module, document);
        operations(module, document);
        jobs(module, document);
        beans(module, document);
        section(
                document,
                "Settings",
                List.of("Property", "Default", "Meaning"),
                settings.of(module)
                        .map(setting ->
                                List.of(code(setting.name()), code(setting.defaultValue()), setting.meaning())));
        section(
                document,
                "Tables",
                List.of("Table", "What it holds"),
                tables.of(module)
                        .map(table -> List.of(
                                link(
                                        code(table.schema() + "." + table.name()),
                                        "../tables/" + table.schema() + ".md#"
                                                + Markdown.anchor(table.schema() + "." + table.name())),
                                (table.isView() ? "A view. " : "")
                                        + (table.comment().isEmpty() ? table.columnNames() : table.comment()))));
        return document;
    }

    private void neighbours(Module module, Markdown document) {
        var knows = code.modules().stream()
                .filter(other -> !code.needed(module, other).isEmpty())
                .map(Module::name)
                .toList();
        var known = code.modules().stream()
                .filter(other -> !code.needed(other, module).isEmpty())
                .map(Module::name)
                .toList();
        var shared = module.shared() ? List.<Module>of() : code.shared();
        document.items(Stream.of(
                "**Knows** " + linked(knows) + (module.allowed().isEmpty() ? " (and may know nobody)" : "")
                        + rest(module, knows)
                        + shared.stream()
                                .map(other -> "; as every module, " + linked(List.of(other.name())))
                                .collect(Collectors.joining()),
                "**Known by** " + (module.shared() ? "every module" : linked(known)),
                "**In its own words**: " + readMe(module)));
    }

    private String readMe(Module module) {
        return Stream.of(module.name() + "-module/README.md", "app/" + module.name() + "/README.md")
                .filter(path -> Files.exists(repository.root().resolve(path)))
                .findFirst()
                .map(path -> link("README", "../../../" + path))
                .orElse(link("the project's README", "../../../README.md"));
    }

    private static String rest(Module module, List<String> knows) {
        var more = module.allowed().stream()
                .filter(Predicate.not(knows::contains))
                .sorted()
                .toList();
        return more.isEmpty() ? "" : "; may know " + linked(more) + " too";
    }

    private static String linked(List<String> modules) {
        return modules.isEmpty()
                ? "nobody"
                : modules.stream().map(name -> link(name, name + ".md")).collect(Collectors.joining(", "));
    }

    private void api(Module module, Markdown document) {
        section(
                document,
                "What it offers to other modules",
                List.of("Type", "Kind", "What it is for", "Used by"),
                code.api(module)
                        .filter(type -> !Code.isEvent(type))
                        .map(type -> List.of(
                                code(type.getSimpleName()),
                                type.isInterface()
                                        ? "interface"
                                        : type.isRecord() ? "value" : type.isEnum() ? "enumeration" : "class",
                                code.javadocs().first(type.getName()),
                                code.modules().stream()
                                        .filter(other ->
                                                code.named(other, module).contains(type))
                                        .map(Module::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private void published(Module module, Markdown document) {
        var rows = new ArrayList<List<String>>();
        events.publishers().stream()
                .filter(publisher -> publisher.module().equals(module))
                .forEach(publisher -> rows.add(published(publisher.event(), code(publisher.name()))));
        events.listeners().stream()
                .filter(listener -> listener.module().equals(module))
                .forEach(listener -> listener.next()
                        .ifPresent(next -> rows.add(published(next, code(listener.name()) + ", by returning it"))));
        section(
                document,
                "Events it publishes",
                List.of("Event", "Published by", "Who listens", "Meaning"),
                rows.stream());
    }

    private List<String> published(JavaClass event, String by) {
        return List.of(
                event(event),
                by,
                events.listeners(event)
                        .map(listener -> listener.module().name() + " ("
                                + (listener.afterCommit() ? "after the commit" : "same transaction") + ")")
                        .collect(Collectors.joining(", ")),
                code.javadocs().first(event.getName()));
    }

    private void heard(Module module, Markdown document) {
        section(
                document,
                "Events it listens to",
                List.of("Event", "Listener", "Transaction", "Answers with"),
                events.listeners().stream()
                        .filter(listener -> listener.module().equals(module))
                        .map(listener -> List.of(
                                event(listener.event()),
                                code(listener.name()) + (listener.id().isEmpty() ? "" : " as " + code(listener.id())),
                                listener.transaction(),
                                listener.next().map(this::event).orElse("–"))));
    }

    private String event(JavaClass event) {
        return link(code(event.getSimpleName()), "../events.md#" + Markdown.anchor(event.getSimpleName()));
    }

    private void operations(Module module, Markdown document) {
        section(
                document,
                "REST operations",
                List.of("Operation", "What it does", "Controller"),
                new Operations(code)
                        .of(module)
                        .map(operation -> List.of(
                                RestReference.isDescribed(operation.path())
                                        ? link(
                                                code(operation.name()),
                                                "../rest.md#" + Markdown.anchor(operation.name()))
                                        : code(operation.name()),
                                operation.summary().isEmpty()
                                        ? code.purpose(operation.handler().getOwner())
                                        : operation.summary(),
                                code(operation.handler().getOwner().getSimpleName())))
                        .distinct());
    }

    private void jobs(Module module, Markdown document) {
        var annotated = code.jobs(module)
                .map(job -> List.of(
                        code(job.getOwner().getSimpleName() + "." + job.getName()), when(job), jobPurpose(job)));
        section(
                document,
                "Background jobs",
                List.of("Job", "When", "What for"),
                Stream.concat(annotated, code.beans(module).flatMap(this::registered)));
    }

    /** The in-ports that a bean has called by a clock which it sets up itself. */
    private Stream<List<String>> registered(JavaClass bean) {
        if (!bean.isAssignableTo(SchedulingConfigurer.class)) {
            return Stream.empty();
        }
        return bean.getMethod("configureTasks", ScheduledTaskRegistrar.class).getMethodReferencesFromSelf().stream()
                .map(reference -> reference.getTarget())
                .filter(called -> code.place(called.getOwner()).equals("application.port.in"))
                .sorted(Comparator.comparing(called -> called.getFullName()))
                .map(called -> List.of(
                        code(bean.getSimpleName()) + ": "
                                + code(called.getOwner().getSimpleName() + "." + called.getName()),
                        "as the settings say",
                        code.purpose(called.getOwner())));
    }

    private String jobPurpose(JavaMethod job) {
        var own = code.javadocs().first(job.getOwner().getName() + "#" + job.getName());
        return own.isEmpty() ? code.purpose(job.getOwner()) : own;
    }

    private static String when(JavaMethod job) {
        var scheduled = AnnotatedElementUtils.findMergedAnnotation(job.reflect(), Scheduled.class);
        if (scheduled == null) {
            return "several times";
        }
        return Stream.of(
                        given("every ", scheduled.fixedDelayString(), " after it has ended"),
                        scheduled.fixedDelay() > 0
                                ? "every " + scheduled.fixedDelay() + " " + scheduled.timeUnit()
                                : "",
                        given("every ", scheduled.fixedRateString(), ""),
                        scheduled.fixedRate() > 0 ? "every " + scheduled.fixedRate() + " " + scheduled.timeUnit() : "",
                        given("at ", scheduled.cron(), ""))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(", "));
    }

    private static String given(String before, String value, String after) {
        return value.isEmpty() ? "" : before + code(value) + after;
    }

    private void beans(Module module, Markdown document) {
        var byPlace = new LinkedHashMap<String, List<JavaClass>>();
        PLACES.keySet().forEach(place -> byPlace.put(place, new ArrayList<>()));
        code.beans(module)
                .forEach(bean -> byPlace.computeIfAbsent(
                                isRoom(code.place(bean)) ? "application" : code.place(bean), none -> new ArrayList<>())
                        .add(bean));
        section(
                document,
                "Beans",
                TRANSACTIONS,
                List.of("Bean", "Where", "What for", "Transaction", "Asks"),
                byPlace.entrySet().stream()
                        .flatMap(place -> place.getValue().stream()
                                .map(bean -> List.of(
                                        code(bean.getSimpleName()),
                                        where(code.place(bean)),
                                        code.purpose(bean),
                                        transaction(bean),
                                        code.asked(bean).stream()
                                                .map(asked -> code(asked.getSimpleName()))
                                                .collect(Collectors.joining(", "))))));
    }

    private static String where(String place) {
        return isRoom(place)
                ? PLACES.get("application") + ": " + place.substring("application.".length())
                : PLACES.getOrDefault(place, code(place));
    }

    /** Whether it is one of the packages that use cases are divided into; ports and queries have no beans. */
    static boolean isRoom(String place) {
        return place.startsWith("application.");
    }

    private static String transaction(JavaClass bean) {
        var declared = Stream.concat(
                        Stream.of(bean.reflect()), bean.getMethods().stream().map(method -> method.reflect()))
                .flatMap(element ->
                        Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, Transactional.class))
                                .stream())
                .map(Canvases::transaction);
        var coded = bean.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> dependency.getTargetClass().isEquivalentTo(TransactionTemplate.class))
                .map(dependency -> "begins one in its code");
        return Stream.concat(declared, coded).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String transaction(Transactional transactional) {
        return switch (transactional.propagation()) {
                    case MANDATORY -> "its caller's";
                    case REQUIRES_NEW -> "begins a new one";
                    case NOT_SUPPORTED -> "in none";
                    default -> "begins one";
                }
                + (transactional.readOnly() ? ", read-only" : "");
    }

    private static void section(Markdown document, String title, List<String> columns, Stream<List<String>> rows) {
        section(document, title, "", columns, rows);
    }

    private static void section(
            Markdown document, String title, String said, List<String> columns, Stream<List<String>> rows) {
        var all = rows.toList();
        if (!all.isEmpty()) {
            document.heading(2, title).paragraph(said).table(columns, all.stream());
        }
    }
}
