package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.frontrow.docs.generator.Code.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom, and what of the other's API is used. */
final class Dependencies {

    private final Code code;

    Dependencies(Code code) {
        this.code = code;
    }

    void writeTo(Documents documents) {
        var columns = new ArrayList<String>();
        columns.add("from ╲ to");
        drawn().forEach(module -> columns.add(module.name()));
        documents.add(
                "docs/generated/dependencies.md",
                Markdown.titled("Who may know whom")
                        .paragraph("""
                                **●** uses it, **○** may and does not, blank: may not. What is allowed is declared in each
                                module's `package-info.java` and is the same in Maven, in Spring Modulith and in the architecture
                                rules; the build refuses the rest. Only what is in a module's base package can be used at all.""")
                        .table(columns, drawn().map(this::row))
                        .paragraph(code.shared().stream()
                                .map(shared -> "Every module may use %s, which knows none of them."
                                        .formatted(link(shared.title(), "modules/" + shared.name() + ".md")))
                                .collect(Collectors.joining(" ")))
                        .diagram("Modules", "system.svg")
                        .heading(2, "What is used")
                        .paragraph("The types of another module's API that a module's code names.")
                        .table(
                                List.of("From", "To", "Calls", "Hears or publishes", "Other types"),
                                code.modules().stream().flatMap(this::uses)));
    }

    private Stream<Module> drawn() {
        return code.modules().stream().filter(module -> !module.shared());
    }

    private List<String> row(Module from) {
        var cells = new ArrayList<String>();
        cells.add(link(from.title(), "modules/" + from.name() + ".md"));
        drawn().forEach(to -> {
            var used = !code.needed(from, to).isEmpty();
            cells.add(from.equals(to) ? "–" : used ? "●" : from.allowed().contains(to.name()) ? "○" : "");
        });
        return cells;
    }

    private Stream<List<String>> uses(Module from) {
        return code.modules().stream()
                .filter(to -> !code.needed(from, to).isEmpty())
                .map(to -> {
                    var needed = code.needed(from, to);
                    return List.of(
                            from.name(),
                            to.name(),
                            names(needed.stream().filter(JavaClass::isInterface)),
                            names(needed.stream().filter(Code::isEvent)),
                            names(needed.stream().filter(type -> !type.isInterface() && !Code.isEvent(type))));
                });
    }

    private static String names(Stream<JavaClass> types) {
        return types.map(type -> code(type.getSimpleName())).collect(Collectors.joining(", "));
    }
}
