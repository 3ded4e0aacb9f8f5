package dev.frontrow.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.frontrow.architecture.ArchitectureRules.show;
import static dev.frontrow.architecture.Layout.isBelow;
import static dev.frontrow.architecture.Layout.target;
import static dev.frontrow.architecture.Rule.Topic.DIRECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Which way the dependencies go inside a module. */
final class DirectionRules {

    private static final String ROOM = "application\\.[a-z]+";
    private static final Set<String> PLACES = Set.of(
            "",
            "domain",
            "application",
            "application.port.in",
            "application.port.out",
            "application.query",
            "adapter.in.web",
            "adapter.in.event",
            "adapter.in.schedule",
            "adapter.in.demo",
            "adapter.out.persistence",
            "adapter.out.metrics");
    private static final List<String> PLAIN = List.of("java.", "javax.crypto.", "org.jspecify.", "org.jmolecules.");
    private static final List<String> TECHNICAL = List.of("java.sql.", "java.net.http.");

    private final Layout layout;

    DirectionRules(Layout layout) {
        this.layout = layout;
    }

    List<Rule> all() {
        return List.of(
                rule(
                        "packagesAreOfTheArchitecture",
                        "a module consists of its API, domain, application with ports, queries and rooms, and adapters that are named here",
                        "a package that no rule knows, be it misspelt, would be bound by none",
                        packagesAreOfTheArchitecture()),
                rule(
                        "theApiKnowsNothingInside",
                        "a module's API knows the JDK and other APIs' values, and nothing that is inside its module",
                        "whoever uses a module would come to know its inside through it",
                        plain(layout.exactlyIn(""), place -> Set.of(""))),
                rule(
                        "domainKnowsOnlyTheJdkAndItself",
                        "the domain knows the JDK, itself, its module's API and other APIs' values",
                        "the rules of the business are read, tested and kept without Spring, SQL or JSON",
                        plain(layout.inPlace("domain"), place -> Set.of("domain", ""))),
                rule(
                        "portsAndQueriesSpeakTheDomainsWords",
                        "ports and queries know the JDK, the domain and APIs' values; in-ports may answer with what a query shows",
                        "what a module offers and needs is said without the technique that does it",
                        plain(
                                layout.inPlace("application.port").or(layout.inPlace("application.query")),
                                place -> isBelow(place, "application.port.in")
                                        ? Set.of("domain", "", "application.query", place)
                                        : Set.of("domain", "", place))),
                rule(
                        "applicationKnowsNoAdapter",
                        "use cases know the domain and ports, and no adapter",
                        "use cases name what they need as ports, and adapters plug in",
                        inside(layout.inUseCases(), Set.of("application", "domain", ""))),
                rule(
                        "roomsFormNoCircle",
                        "application and its rooms, the packages below it, know one another one way",
                        "a room that can't be read without those that know it has no wall",
                        roomsFormNoCircle()),
                rule(
                        "adaptersInCallInPortsAndQueriesAlone",
                        "what comes in knows in-ports, queries, the domain and settings; no out-port, no use case's class",
                        "a controller or listener that reaches for what a use case needs goes round the use case",
                        inside(
                                layout.inPlace("adapter.in"),
                                Set.of("adapter.in", "application.port.in", "application.query", "domain", ""))),
                rule(
                        "adaptersOutServeOutPortsAndQueriesAlone",
                        "what goes out knows out-ports, queries, the domain and settings; no in-port, no use case's class",
                        "a call back into the use case would make a circle of it",
                        inside(
                                layout.inPlace("adapter.out"),
                                Set.of("adapter.out", "application.port.out", "application.query", "domain", ""))),
                rule(
                        "adaptersDontKnowOneAnother",
                        "an adapter knows no other adapter",
                        "what comes in reaches what goes out through a use case or a query alone",
                        adaptersDontKnowOneAnother()),
                rule(
                        "adaptersAreNotPublic",
                        "adapters are package-private",
                        "nobody calls an adapter, and so nobody can",
                        classes()
                                .that(are(layout.inPlace("adapter")))
                                .and()
                                .areTopLevelClasses()
                                .should(show(type -> type.getModifiers()
                                                .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                                        ? Stream.of(type.getName() + " is public")
                                        : Stream.of()))));
    }

    private static Rule rule(String name, String says, String because, ArchRule check) {
        return Rule.of(DIRECTION, name, says, because, check);
    }

    private ArchRule packagesAreOfTheArchitecture() {
        return classes()
                .that(are(layout.inHexagons()))
                .should(show(type -> isPlace(layout.place(type)) || isNamedAfterAModule(type)
                        ? Stream.of()
                        : Stream.of(type.getPackageName() + " is no place of a module")));
    }

    private static boolean isPlace(String place) {
        return PLACES.contains(place) || place.matches(ROOM) && Layout.isUseCase(place);
    }

    private boolean isNamedAfterAModule(JavaClass type) {
        return layout.declared(type).orElse(List.of()).stream()
                .anyMatch(other -> layout.place(type).equals("adapter.out." + other));
    }

    /** Knows the JDK, APIs' values and those places of its own module, and nothing technical. */
    private ArchRule plain(DescribedPredicate<JavaClass> who, Function<String, Set<String>> places) {
        return classes()
                .that(are(who))
                .and()
                .doNotHaveSimpleName("package-info")
                .should(show(type -> {
                    var known = places.apply(layout.place(type));
                    return Stream.concat(
                            type.getDirectDependenciesFromSelf().stream()
                                    .filter(dependency -> !isPlain(type, dependency, known))
                                    .map(Dependency::getDescription),
                            layout.alsoNamed(type, (module, place) -> !isKnown(type, module, place, known)));
                }));
    }

    private boolean isPlain(JavaClass type, Dependency dependency, Set<String> places) {
        var target = target(dependency);
        if (target.isPrimitive()) {
            return true;
        }
        if (!layout.isInModule(target)) {
            return layout.place(type).equals("application.query")
                            && target.getName().startsWith("io.swagger.v3.oas.annotations.")
                    || PLAIN.stream().anyMatch(target.getName()::startsWith)
                            && TECHNICAL.stream().noneMatch(target.getName()::startsWith);
        }
        return isKnown(type, layout.module(target), layout.place(target), places)
                && (layout.isOwn(type, dependency) || Values.isValue(target));
    }

    /** Of its own module those places, of others the API. */
    private boolean isKnown(JavaClass type, String module, String place, Set<String> places) {
        return module.equals(layout.module(type)) ? isIn(place, places) : place.isEmpty();
    }

    /** Of its own module, knows those places only, and settings. */
    private ArchRule inside(DescribedPredicate<JavaClass> who, Set<String> places) {
        return classes()
                .that(are(who))
                .should(show(type -> Stream.concat(
                        layout.needed(type)
                                .filter(dependency -> layout.isOwn(type, dependency))
                                .filter(dependency ->
                                        !target(dependency).isAnnotatedWith(ConfigurationProperties.class))
                                .filter(dependency -> !isIn(layout.place(target(dependency)), places))
                                .map(Dependency::getDescription),
                        layout.alsoNamed(
                                type, (module, place) -> module.equals(layout.module(type)) && !isIn(place, places)))));
    }

    private static boolean isIn(String place, Set<String> places) {
        return places.stream().anyMatch(known -> known.isEmpty() ? place.isEmpty() : isBelow(place, known));
    }

    private ArchRule roomsFormNoCircle() {
        return classes()
                .that(are(layout.inUseCases()))
                .should(show(type -> layout.needed(type)
                        .filter(dependency -> nextRooms(type.getPackage())
                                .anyMatch(target(dependency).getPackage()::equals))
                        .filter(dependency -> roomsBelow(target(dependency).getPackage(), new HashSet<>())
                                .contains(type.getPackage()))
                        .map(Dependency::getDescription)));
    }

    private Stream<JavaPackage> nextRooms(JavaPackage room) {
        return room.getPackageDependenciesFromThisPackage().stream()
                .filter(next -> layout.areRoomsOfOneModule(room, next));
    }

    private Set<JavaPackage> roomsBelow(JavaPackage room, Set<JavaPackage> found) {
        nextRooms(room).filter(found::add).forEach(next -> roomsBelow(next, found));
        return found;
    }

    private ArchRule adaptersDontKnowOneAnother() {
        return classes()
                .that(are(layout.inPlace("adapter")))
                .should(show(type -> layout.needed(type)
                        .filter(dependency -> isBelow(layout.place(target(dependency)), "adapter"))
                        .filter(dependency ->
                                !target(dependency).getPackageName().equals(type.getPackageName()))
                        .map(Dependency::getDescription)));
    }
}
