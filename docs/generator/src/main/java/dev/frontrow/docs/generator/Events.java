package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.frontrow.docs.generator.Code.Module;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The events of all modules: who publishes which, who listens, in which transaction, and what comes of it. */
final class Events {

    /**
     * A listener.
     *
     * @param id the name its publications carry in the registry; empty for a synchronous one
     * @param next the event that it returns, which is published in turn
     */
    record Listener(
            Module module,
            JavaMethod method,
            JavaClass event,
            boolean afterCommit,
            String id,
            Optional<JavaClass> next) {

        String name() {
            return method.getOwner().getSimpleName() + "." + method.getName() + "(" + event.getSimpleName() + ")";
        }

        String transaction() {
            return afterCommit ? "another, after the commit, at least once" : "the publisher's; a throw vetoes it";
        }
    }

    /** A method that hands an event to the publisher, and the event. */
    record Publisher(Module module, JavaMethod method, JavaClass event) {

        String name() {
            return method.getOwner().getSimpleName() + "." + method.getName();
        }
    }

    private final Code code;
    private final List<JavaClass> events;
    private final List<Listener> listeners;
    private final List<Publisher> publishers;

    Events(Code code, Calls calls) {
        this.code = code;
        this.events =
                code.modules().stream().flatMap(code::api).filter(Code::isEvent).toList();
        this.listeners = code.methods()
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method.reflect(), EventListener.class))
                .filter(method -> Code.is(method.getOwner(), Component.class))
                .flatMap(this::listener)
                .sorted(Comparator.comparing(listener -> listener.module().name()))
                .toList();
        this.publishers = code.methods()
                .filter(Calls::publishes)
                .flatMap(method -> calls.published(method).stream()
                        .filter(events::contains)
                        .filter(event -> !isReturned(code.moduleOf(method.getOwner()), event))
                        .map(event ->
                                new Publisher(code.moduleOf(method.getOwner()).orElseThrow(), method, event)))
                .toList();
    }

    private Stream<Listener> listener(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .filter(events::contains)
                .limit(1)
                .map(event -> {
                    var module = code.moduleOf(method.getOwner()).orElseThrow();
                    var late = AnnotatedElementUtils.hasAnnotation(method.reflect(), TransactionalEventListener.class);
                    var named = AnnotatedElementUtils.findMergedAnnotation(
                            method.reflect(), ApplicationModuleListener.class);
                    var next = method.getReturnType().getAllInvolvedRawTypes().stream()
                            .filter(events::contains)
                            .findFirst();
                    return new Listener(module, method, event, late, named == null ? "" : named.id(), next);
                });
    }

    private boolean isReturned(Optional<Module> module, JavaClass event) {
        return listeners.stream()
                .anyMatch(listener -> Optional.of(listener.module()).equals(module)
                        && listener.next().equals(Optional.of(event)));
    }

    /** Every event, by module and name. */
    List<JavaClass> all() {
        return events;
    }

    List<Listener> listeners() {
        return listeners;
    }

    Stream<Listener> listeners(JavaClass event) {
        return listeners.stream().filter(listener -> listener.event().equals(event));
    }

    /** The listeners that return it. */
    Stream<Listener> returning(JavaClass event) {
        return listeners.stream().filter(listener -> listener.next().equals(Optional.of(event)));
    }

    List<Publisher> publishers() {
        return publishers;
    }

    Stream<Publisher> publishers(JavaClass event) {
        return publishers.stream().filter(publisher -> publisher.event().equals(event));
    }
}
