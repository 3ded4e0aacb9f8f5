package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.frontrow.docs.generator.Code.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C4 component diagrams: the whole service, and each module with what is around it. */
final class Components {

    private static final List<String> LOOK = List.of(
            "@startuml",
            "!pragma layout smetana",
            "!include <C4/C4_Component>",
            "HIDE_STEREOTYPE()",
            "skinparam legendFontColor #333333",
            "skinparam defaultFontName sans-serif",
            "skinparam wrapWidth 220",
            "skinparam shadowing false",
            "skinparam nodesep 18",
            "skinparam ranksep 45");

    private final Code code;
    private final Events events;

    Components(Code code, Events events) {
        this.code = code;
        this.events = events;
    }

    Diagram system() {
        var lines = new ArrayList<>(LOOK);
        lines.add("LAYOUT_TOP_DOWN()");
        lines.add("title Frontrow, one deployable, and its modules");
        lines.add("Person(client, \"Client\", \"reserves and pays\")");
        lines.add("Person(admin, \"Admin\", \"publishes concerts, steers lines, checks integrity\")");
        lines.add("Boundary(frontrow, \" \") {");
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
                if (!code.needed(from, to).isEmpty()) {
                    lines.add("Rel(%s, %s, \"%s\")"
                            .formatted(from.name(), to.name(), from.isRoof() ? "" : use(from, to)));
                }
            }
        }
        lines.add("Rel(frontrow, postgres, \"SQL, each module its own schema\")");
        lines.add("legend left");
        lines.add("<size:12>Arrows of App: it puts the modules together and calls their audits.</size>");
        code.shared()
                .forEach(shared -> lines.add(
                        "<size:12>Every module uses %s; those arrows are left out.</size>".formatted(shared.title())));
        lines.add("endlegend");
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

    /** Empty for a module without beans to draw. */
    Optional<Diagram> module(Module module) {
        return new ModuleComponents(code, events, module).diagram();
    }

    static boolean usesSql(JavaClass bean) {
        return bean.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .anyMatch(name -> name.equals(JdbcClient.class.getName())
                        || name.equals(JdbcOperations.class.getName())
                        || name.equals("org.springframework.jdbc.core.JdbcTemplate"));
    }

    private static String quoted(String text) {
        return text.replace("`", "").replace("\"", "'");
    }

    private static Diagram diagram(List<String> lines) {
        return new Diagram(String.join("\n", lines) + "\n");
    }
}
