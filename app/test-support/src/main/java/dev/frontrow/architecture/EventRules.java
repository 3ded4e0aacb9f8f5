package dev.frontrow.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static dev.frontrow.architecture.ArchitectureRules.show;
import static dev.frontrow.architecture.Layout.isBelow;
import static dev.frontrow.architecture.Rule.Topic.EVENTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import dev.frontrow.DeliveredTwice;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jmolecules.event.types.DomainEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/** What events are made of, and how they are heard. */
final class EventRules {

    private static final Set<String> PLAIN = Set.of(
            String.class.getName(),
            UUID.class.getName(),
            Boolean.class.getName(),
            Integer.class.getName(),
            Long.class.getName(),
            Instant.class.getName(),
            Duration.class.getName(),
            LocalDate.class.getName(),
            LocalTime.class.getName());

    private final Layout layout;

    EventRules(Layout layout) {
        this.layout = layout;
    }

    List<Rule> all() {
        return List.of(
                rule(
                        "eventsCarryPlainValues",
                        "events are records of ids and plain values",
                        "an event is stored, delivered twice and read by other modules",
                        eventsCarryPlainValues()),
                rule(
                        "eventsAreInTheApi",
                        "events are in the base package of the module that owns their meaning",
                        "an event is a promise to other modules, and the documents list it with what listens to it",
                        eventsAreInTheApi()),
                rule(
                        "listenersHearDomainEvents",
                        "what a listener hears of other modules is a DomainEvent",
                        "events are told from other objects by it, by the reader and in the documents",
                        listenersHearDomainEvents()),
                rule(
                        "whatComesByItselfIsAnAdapter",
                        "listeners are @EventListener methods in adapter.in.event, scheduled methods are in adapter.in.schedule",
                        "the reader finds what starts by itself in two places, and a use case can be called without them",
                        whatComesByItselfIsAnAdapter()),
                rule(
                        "lateListenersHaveAnId",
                        "what listens after the commit is an @ApplicationModuleListener with an id",
                        "without an id, renaming the method orphans what waits in the event registry",
                        lateListenersHaveAnId()),
                rule(
                        "lateListenersAreTestedByASecondDelivery",
                        "each @ApplicationModuleListener has a test that is annotated @DeliveredTwice with its id",
                        "delivery is at least once, so the second one comes for sure, some day",
                        lateListenersAreTestedByASecondDelivery()));
    }

    private static Rule rule(String name, String says, String because, ArchRule check) {
        return Rule.of(EVENTS, name, says, because, check);
    }

    private DescribedPredicate<JavaClass> events() {
        return DescribedPredicate.describe(
                "events", type -> layout.isInModule(type) && type.isAssignableTo(DomainEvent.class));
    }

    private ArchRule eventsCarryPlainValues() {
        return classes()
                .that(are(events()))
                .should(show(event -> Stream.concat(
                        event.isRecord() ? Stream.of() : Stream.of(event.getName() + " is no record"),
                        event.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .filter(field -> !isPlain(field.getType()))
                                .map(field -> field.getFullName() + " is no plain value"))));
    }

    private boolean isPlain(JavaType type) {
        if (type instanceof JavaParameterizedType generic) {
            return (generic.toErasure().isEquivalentTo(List.class)
                            || generic.toErasure().isEquivalentTo(Set.class))
                    && generic.getActualTypeArguments().stream().allMatch(this::isPlain);
        }
        var erasure = type.toErasure();
        return erasure.isPrimitive() || PLAIN.contains(erasure.getName()) || isValueOfAnApi(erasure);
    }

    private boolean isValueOfAnApi(JavaClass type) {
        return layout.isInModule(type)
                && layout.place(type).isEmpty()
                && (type.isEnum()
                        || (type.isRecord()
                                && type.getFields().stream()
                                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                        .allMatch(field -> isPlain(field.getType()))));
    }

    private ArchRule eventsAreInTheApi() {
        return classes()
                .that(are(events()))
                .should(show(event -> layout.place(event).isEmpty()
                        ? Stream.of()
                        : Stream.of(event.getName() + " is in " + layout.place(event))));
    }

    private DescribedPredicate<JavaMethod> listeners() {
        return DescribedPredicate.describe(
                "listen",
                method -> layout.isInModule(method.getOwner()) && method.isMetaAnnotatedWith(EventListener.class));
    }

    private ArchRule listenersHearDomainEvents() {
        return methods()
                .that(are(listeners()))
                .should(show(method -> method.getRawParameterTypes().stream()
                        .filter(layout::isInModule)
                        .filter(heard -> !heard.isAssignableTo(DomainEvent.class))
                        .map(heard -> method.getFullName() + " hears " + heard.getName())));
    }

    private ArchRule whatComesByItselfIsAnAdapter() {
        return classes()
                .that(are(layout.inHexagons()))
                .should(show(type -> Stream.concat(
                        type.isAssignableTo(ApplicationListener.class)
                                ? Stream.of(type.getName() + " is an ApplicationListener")
                                : Stream.of(),
                        type.getMethods().stream()
                                .filter(method -> isElsewhere(method, EventListener.class, "adapter.in.event")
                                        || isElsewhere(method, Scheduled.class, "adapter.in.schedule"))
                                .map(method -> method.getFullName() + " is in " + layout.place(type)))));
    }

    private boolean isElsewhere(JavaMethod method, Class<? extends Annotation> annotation, String place) {
        return method.isMetaAnnotatedWith(annotation) && !isBelow(layout.place(method.getOwner()), place);
    }

    private DescribedPredicate<JavaMethod> lateListeners() {
        return DescribedPredicate.describe(
                "listen after the commit",
                method -> layout.isInModule(method.getOwner())
                        && method.isMetaAnnotatedWith(TransactionalEventListener.class));
    }

    private ArchRule lateListenersHaveAnId() {
        return methods()
                .that(are(lateListeners()))
                .should(show(
                        method -> id(method).isBlank() ? Stream.of(method.getFullName() + " has no id") : Stream.of()));
    }

    private ArchRule lateListenersAreTestedByASecondDelivery() {
        return methods()
                .that(are(lateListeners()))
                .should(show(method -> TestClasses.valuesAtMethods(method.getOwner(), DeliveredTwice.class)
                                .anyMatch(id(method)::equals)
                        ? Stream.of()
                        : Stream.of("no test is @DeliveredTwice(\"" + id(method) + "\")")));
    }

    private static String id(JavaMethod method) {
        return method.tryGetAnnotationOfType(ApplicationModuleListener.class)
                .map(ApplicationModuleListener::id)
                .orElse("");
    }
}
