package dev.frontrow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.frontrow.architecture.ArchitectureRules.show;
import static dev.frontrow.architecture.Layout.isBelow;
import static dev.frontrow.architecture.Layout.target;
import static dev.frontrow.architecture.Rule.Topic.BOUNDARIES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Who may know whom, and what of them. */
final class BoundaryRules {

    /** What the deployable alone is built from, beside the modules. */
    private static final Set<String> OF_THE_DEPLOYABLE = Set.of("docs", "embedded-postgres");

    private final Layout layout;

    BoundaryRules(Layout layout) {
        this.layout = layout;
    }

    List<Rule> all() {
        return List.of(
                rule(
                        "modulesDeclareWhatThePictureShows",
                        "a module's allowedDependencies and its POM name whom the picture in docs/architecture.md shows",
                        "one picture is what everybody goes by; change it first, with a decision record that says why",
                        modulesDeclareWhatThePictureShows()),
                rule(
                        "modulesKnowOnlyWhomTheyDeclare",
                        "a module's code uses no module that its package-info does not allow, but for edge, which is everybody's",
                        "each new arrow binds two modules for years, and may close a circle",
                        modulesKnowOnlyWhomTheyDeclare()),
                rule(
                        "onlyTheApiIsUsedFromOutside",
                        "of another module, only its base package is used",
                        "a module's base package is its API, and the rest is free to change",
                        onlyTheApiIsUsedFromOutside()),
                rule(
                        "everythingIsInItsModule",
                        "a module's code is below the package of its name; in the root package is the application alone",
                        "what is nowhere is bound by no rule",
                        everythingIsInItsModule()),
                rule(
                        "othersAreCalledByUseCases",
                        "another module's interfaces, edge's aside, are called by use cases, by invariants, or by the adapter that is named after that module",
                        "these interfaces are ports already, and tests stand in for them; one more in front of them must translate",
                        othersAreCalledByUseCases()),
                rule(
                        "apiTypesHaveJavadoc",
                        "each public type of an API, and the API itself, has Javadoc",
                        "an API is used by people who do not open the module; the documents are made of it",
                        apiTypesHaveJavadoc()));
    }

    private static Rule rule(String name, String says, String because, ArchRule check) {
        return Rule.of(BOUNDARIES, name, says, because, check);
    }

    private ArchRule everythingIsInItsModule() {
        return classes().should(show(type -> {
            var built = Built.of(type);
            var isApplication = type.getPackageName().equals(layout.root())
                    && (type.isAnnotatedWith(SpringBootApplication.class)
                            || type.getSimpleName().equals("package-info"));
            var isInItsFolder = layout.isInModule(type)
                    && (built.forTests() || layout.isBuiltIn(built.folder(), layout.module(type)));
            return isApplication || isInItsFolder ? Stream.of() : Stream.of(type.getName() + " is in no module");
        }));
    }

    private ArchRule modulesDeclareWhatThePictureShows() {
        return classes().that(are(layout.declarations())).should(show(declaration -> {
            var module = layout.module(declaration);
            var declared = layout.declared(declaration);
            if (declared.isEmpty()) {
                return Stream.of("package-info of " + module + " declares no module");
            }
            var shown = new Picture(layout.project()).of(module);
            if (shown.isEmpty()) {
                return Stream.of(module + " is not in the picture");
            }
            var named = Pom.in(layout.folder(module)).named();
            if (module.equals(Layout.DEPLOYABLE)) {
                named.removeAll(OF_THE_DEPLOYABLE);
            }
            return Stream.of(
                            differs(
                                    "package-info of " + module + " allows ",
                                    new TreeSet<>(declared.get()),
                                    shown.get()),
                            differs("POM of " + module + " names ", named, shown.get()),
                            differs(
                                    "POM of all names ",
                                    Pom.in(layout.project()).named(),
                                    Set.of()))
                    .flatMap(Optional::stream);
        }));
    }

    private static Optional<String> differs(String who, Set<String> has, Set<String> shown) {
        return has.equals(shown) ? Optional.empty() : Optional.of(who + has + ", the picture shows " + shown);
    }

    private ArchRule modulesKnowOnlyWhomTheyDeclare() {
        return classes().that(are(layout.inModules())).should(show(type -> {
            var allowed = Stream.concat(layout.declared(type).orElse(List.of()).stream(), Stream.of(Layout.SHARED))
                    .toList();
            return Stream.concat(
                    layout.needed(type)
                            .filter(dependency -> !layout.isOwn(type, dependency))
                            .filter(dependency -> !allowed.contains(layout.module(target(dependency))))
                            .map(Dependency::getDescription),
                    layout.alsoNamed(
                            type, (module, place) -> !module.equals(layout.module(type)) && !allowed.contains(module)));
        }));
    }

    private ArchRule onlyTheApiIsUsedFromOutside() {
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> Stream.concat(
                        layout.needed(type)
                                .filter(dependency -> !layout.isOwn(type, dependency))
                                .filter(dependency ->
                                        !layout.place(target(dependency)).isEmpty())
                                .map(Dependency::getDescription),
                        layout.alsoNamed(
                                type, (module, place) -> !module.equals(layout.module(type)) && !place.isEmpty()))));
    }

    private ArchRule othersAreCalledByUseCases() {
        return classes()
                .that(are(layout.inHexagons()))
                .and(are(not(layout.inUseCases())))
                .and(are(not(DescribedPredicate.describe("declaring invariants", BoundaryRules::declaresInvariants))))
                .should(show(type -> layout.needed(type)
                        .filter(dependency -> !layout.isOwn(type, dependency) && !layout.isShared(target(dependency)))
                        .filter(dependency -> !isNamedByAnAnnotation(dependency))
                        .filter(dependency -> target(dependency).isInterface()
                                && !target(dependency).isAnnotation()
                                && !Values.isValue(target(dependency)))
                        .filter(dependency ->
                                !isBelow(layout.place(type), "adapter.out." + layout.module(target(dependency))))
                        .map(Dependency::getDescription)));
    }

    /** To say where refusals come from is not to call. */
    private static boolean isNamedByAnAnnotation(Dependency dependency) {
        return dependency.getDescription().contains(" has annotation member of type ");
    }

    /** What a module promises of itself and a neighbour compares what both say. */
    private static boolean declaresInvariants(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getRawReturnType().getSimpleName().equals("Invariant"));
    }

    private ArchRule apiTypesHaveJavadoc() {
        var sources = new Sources();
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> isOffered(type) && !sources.areCommentedAt(type)
                        ? Stream.of(type.getName() + " has no Javadoc")
                        : Stream.of()));
    }

    private boolean isOffered(JavaClass type) {
        return layout.place(type).isEmpty()
                && (type.getSimpleName().equals("package-info")
                        || (type.getModifiers().contains(JavaModifier.PUBLIC)
                                && type.getEnclosingClass().map(this::isOffered).orElse(true)));
    }
}
