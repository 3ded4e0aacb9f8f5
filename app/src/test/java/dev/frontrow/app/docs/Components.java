package dev.frontrow.app.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.frontrow.app.docs.Code.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C4 component diagrams: the whole service, and each module with what is around it. */
final class Components {

    private static final List<String> LOOK = List.of(
            "@startuml",
            "!pragma layout smetana",
            "!include <C4/C4_Component>",
            "HIDE_STEREOTYPE()",
            "skinparam defaultFontName sans-serif",
            "skinparam wrapWidth 220",
            "skinparam shadowing false",
            "skinparam nodesep 18",
            "skinparam ranksep 45");

    private static final Map<String, String> KINDS = new TreeMap<>(Map.of(
            "adapter.in.web", "REST",
            "adapter.in.event", "listener",
            "adapter.in.schedule", "job",
            "application", "use case",
            "adapter.out.persistence", "SQL"));

    private final Code code;
    private final Events events;

    Components(Code code, Events events) {
        this.code = code;
        this.events = events;
    }

    Diagram system() {
        var lines = new ArrayList<>(LOOK);
        lines.add("LAYOUT_TOP_DOWN()");
        lines.add("Person(client, \"Client\", \"reserves and pays\")");
        lines.add("Person(admin, \"Admin\", \"publishes concerts, steers lines, checks integrity\")");
        lines.add("System_Boundary(frontrow, \"Frontrow: one deployable\") {");
        for (var module : code.modules()) {
            lines.add("  Component(%s, \"%s\", \"module\", \"%s\")"
                    .formatted(
                            module.name(),
                            module.title(),
                            quoted(code.javadocs().first(module.base()))));
        }
        lines.add("}");
        lines.add("SystemDb_Ext(postgres, \"PostgreSQL\", \"one schema a module\")");
        lines.add("Rel(client, %s, \"HTTP\")".formatted(code.modules().getLast().name()));
        lines.add("Rel(admin, %s, \"HTTP, scope admin\")"
                .formatted(code.modules().getLast().name()));
        for (var from : code.modules()) {
            for (var to : code.modules()) {
                if (from.equals(to) || code.needed(from, to).isEmpty()) {
                    continue;
                }
                lines.add("Rel(%s, %s, \"%s\")"
                        .formatted(from.name(), to.name(), from.name().equals("app") ? "" : use(from, to)));
            }
        }
        for (var module : code.modules()) {
            lines.add("Rel(%s, postgres, \"\")".formatted(module.name()));
        }
        lines.add("@enduml");
        return diagram(lines);
    }

    private String use(Module from, Module to) {
        var needed = code.needed(from, to);
        var called = needed.stream()
                .filter(JavaClass::isInterface)
                .map(JavaClass::getSimpleName)
                .toList();
        var heard = events.listeners().stream()
                .filter(listener -> listener.module().equals(from) && needed.contains(listener.event()))
                .map(listener -> listener.event().getSimpleName())
                .toList();
        var words = new ArrayList<String>();
        if (!called.isEmpty()) {
            words.add("calls " + String.join(", ", called));
        }
        if (!heard.isEmpty()) {
            words.add("hears " + String.join(", ", heard));
        }
        return String.join("; ", words);
    }

    Diagram module(Module module) {
        var beans = code.beans(module).filter(bean -> isShown(module, bean)).toList();
        var lines = new ArrayList<>(LOOK);
        lines.add("LAYOUT_LEFT_RIGHT()");
        var relations = new TreeSet<String>();
        lines.add("Boundary(%s, \"%s\", \"module\") {".formatted(module.name(), module.title()));
        for (var bean : beans) {
            lines.add("  Component(%s, \"%s\", \"%s\")".formatted(id(bean), bean.getSimpleName(), kind(bean)));
            for (var asked : code.asked(bean)) {
                if (beans.contains(asked)) {
                    relations.add("Rel(%s, %s, \"\")".formatted(id(bean), id(asked)));
                }
            }
            if (usesSql(bean)) {
                relations.add("Rel(%s, %s, \"\")".formatted(id(bean), "schema"));
            }
        }
        lines.add("}");
        var others = new TreeSet<String>();
        for (var other : code.modules()) {
            for (var bean : beans) {
                var named = namedOf(bean, other, module);
                if (!named.isEmpty()) {
                    others.add("Component_Ext(m_%s, \"%s\", \"module\")".formatted(other.name(), other.title()));
                    relations.add("Rel(%s, m_%s, \"%s\")".formatted(id(bean), other.name(), named));
                }
                var asking = askedBy(bean, other, module);
                if (!asking.isEmpty()) {
                    others.add("Component_Ext(m_%s, \"%s\", \"module\")".formatted(other.name(), other.title()));
                    relations.add("Rel(m_%s, %s, \"%s\")".formatted(other.name(), id(bean), asking));
                }
            }
        }
        lines.addAll(others);
        if (beans.stream().anyMatch(Components::usesSql)) {
            lines.add("ComponentDb_Ext(schema, \"%s\", \"PostgreSQL schema\")"
                    .formatted(module.name().equals("app") ? "events, identity" : module.name()));
        }
        lines.addAll(relations);
        lines.add("@enduml");
        return diagram(lines);
    }

    private boolean isShown(Module module, JavaClass bean) {
        var place = code.place(bean);
        if (module.name().equals("app")) {
            return usesSql(bean)
                    || Code.is(bean, org.springframework.web.bind.annotation.RestController.class)
                    || code.modules().stream()
                            .anyMatch(other -> !other.equals(module)
                                    && !namedOf(bean, other, module).isEmpty());
        }
        return (KINDS.containsKey(place) || place.startsWith("adapter.out"))
                && !Code.is(bean, org.springframework.web.bind.annotation.ControllerAdvice.class)
                && !Code.is(bean, org.springframework.context.annotation.Configuration.class)
                && !bean.isInterface();
    }

    private String kind(JavaClass bean) {
        var place = code.place(bean);
        return KINDS.getOrDefault(
                place, place.startsWith("adapter.out.") ? place.substring("adapter.out.".length()) : place);
    }

    /** Another module's interfaces that a bean calls, and events that it hears. */
    private String namedOf(JavaClass bean, Module other, Module own) {
        if (other.equals(own)) {
            return "";
        }
        var called = bean.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> type.isInterface()
                        && !type.isAnnotation()
                        && type.getPackageName().equals(other.base()))
                .filter(type -> !bean.isAssignableTo(type.getName()))
                .map(JavaClass::getSimpleName);
        var heard = events.listeners().stream()
                .filter(listener -> listener.method().getOwner().equals(bean)
                        && listener.event().getPackageName().equals(other.base()))
                .map(listener -> listener.event().getSimpleName());
        return java.util.stream.Stream.concat(called, heard).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** This module's interfaces that a bean implements and another module calls. */
    private String askedBy(JavaClass bean, Module other, Module own) {
        if (other.equals(own)) {
            return "";
        }
        var needed = code.needed(other, own);
        return bean.getAllRawInterfaces().stream()
                .filter(needed::contains)
                .map(JavaClass::getSimpleName)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static boolean usesSql(JavaClass bean) {
        return bean.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .anyMatch(name -> name.equals(JdbcClient.class.getName())
                        || name.equals(JdbcOperations.class.getName())
                        || name.equals("org.springframework.jdbc.core.JdbcTemplate"));
    }

    private static String id(JavaClass bean) {
        return "c_" + bean.getSimpleName();
    }

    private static String quoted(String text) {
        return text.replace("`", "").replace("\"", "'");
    }

    private static Diagram diagram(List<String> lines) {
        return new Diagram(String.join("\n", lines) + "\n");
    }
}
