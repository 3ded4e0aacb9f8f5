package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;
import static dev.frontrow.docs.generator.Markdown.link;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.frontrow.docs.generator.Code.Module;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event: what it means, what it carries, who publishes it and who listens. */
final class EventCatalogue {

    private final Code code;
    private final Events events;

    EventCatalogue(Code code, Events events) {
        this.code = code;
        this.events = events;
    }

    void writeTo(Documents documents) {
        var document = Markdown.titled("Events")
                .paragraph("Every event that crosses a module's border, with who publishes it and who listens. "
                        + "What follows from which is drawn in " + link("Flows", "flows.md") + ".")
                .table(
                        List.of("Event", "Published by", "Listened to by", "When"),
                        events.all().stream()
                                .map(event -> List.of(
                                        link(code(event.getSimpleName()), "#" + Markdown.anchor(event.getSimpleName())),
                                        publishing(event)
                                                .map(Module::name)
                                                .distinct()
                                                .sorted()
                                                .collect(Collectors.joining(", ")),
                                        events.listeners(event)
                                                .map(listener ->
                                                        listener.module().name())
                                                .distinct()
                                                .collect(Collectors.joining(", ")),
                                        events.listeners(event)
                                                .map(listener -> listener.afterCommit()
                                                        ? "after the commit"
                                                        : "in the same transaction")
                                                .distinct()
                                                .collect(Collectors.joining(", ")))));
        events.all().forEach(event -> write(event, document));
        documents.add("docs/generated/events.md", document);
    }

    private Stream<Module> publishing(JavaClass event) {
        return Stream.concat(
                events.publishers(event).map(Events.Publisher::module),
                events.returning(event).map(Events.Listener::module));
    }

    private void write(JavaClass event, Markdown document) {
        var module = code.moduleOf(event).orElseThrow();
        document.heading(2, event.getSimpleName())
                .paragraph(code.javadocs().all(event.getName()))
                .paragraph("Declared by " + link(module.title(), "modules/" + module.name() + ".md") + ".");
        document.table(
                List.of("Property", "Type"),
                Arrays.stream(event.reflect().getRecordComponents())
                        .map(component -> List.of(
                                code(component.getName()),
                                code(component.getGenericType().getTypeName().replaceAll("[\\w.]+[.$](\\w+)", "$1")))));
        if (publishing(event).findAny().isEmpty()) {
            document.paragraph("**Published by** nobody yet.");
        } else {
            published(event, document);
        }
        if (events.listeners(event).findAny().isEmpty()) {
            document.paragraph("**Listened to by** nobody; nobody has to.");
        } else {
            heard(event, document);
        }
    }

    private void published(JavaClass event, Markdown document) {
        document.paragraph("**Published by**")
                .items(Stream.concat(
                        events.publishers(event)
                                .map(publisher -> publisher.module().name() + ": " + code(publisher.name())),
                        events.returning(event)
                                .map(listener -> listener.module().name() + ": " + code(listener.name())
                                        + ", which returns it")));
    }

    private void heard(JavaClass event, Markdown document) {
        document.paragraph("**Listened to by**")
                .items(events.listeners(event)
                        .map(listener -> link(
                                        listener.module().name(),
                                        "modules/" + listener.module().name() + ".md")
                                + ": " + code(listener.name())
                                + (listener.id().isEmpty() ? "" : " as " + code(listener.id()))
                                + "; transaction: " + listener.transaction()
                                + listener.next()
                                        .map(next -> "; answers with "
                                                + link(
                                                        code(next.getSimpleName()),
                                                        "#" + Markdown.anchor(next.getSimpleName())))
                                        .orElse("")));
    }
}
