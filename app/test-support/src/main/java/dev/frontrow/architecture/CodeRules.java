package dev.frontrow.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static dev.frontrow.architecture.ArchitectureRules.show;
import static dev.frontrow.architecture.Layout.target;
import static dev.frontrow.architecture.Rule.Topic.CODE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.mapstruct.Mapper;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** How code is written, wherever it is. */
final class CodeRules {

    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private final Layout layout;

    CodeRules(Layout layout) {
        this.layout = layout;
    }

    List<Rule> all() {
        return List.of(
                rule(
                        "packagesAreNullMarked",
                        "each package is @NullMarked",
                        "what may be null is said and checked; the annotation does not reach sub-packages",
                        packagesAreNullMarked()),
                rule(
                        "mappingsDeclareWhatTheyProduce",
                        "each web mapping declares what it produces, but for the hidden pages of app",
                        "a 406 must come before any effect, and it does only where the mapping says so",
                        mappingsDeclareWhatTheyProduce()),
                rule(
                        "problemsAreInTheCatalogue",
                        "no module has an exception handler of Spring's; a ProblemAdvice answers what it refuses",
                        "a problem's type leads to a page, and the operations describe what they refuse; both are made of it",
                        problemsAreInTheCatalogue()),
                rule(
                        "noClockThatCantBeMoved",
                        "no code asks the machine what time it is; a @Bean method may hand a Clock over",
                        "the database's clock decides, and a test must be able to age things",
                        noClockThatCantBeMoved()),
                rule(
                        "noFieldInjection",
                        "nothing is injected into a field or by @Value",
                        "what a class needs is in its constructor, settings as one record",
                        noFieldInjection()),
                rule(
                        "namesSayAGoal",
                        "no name ends in Impl, Manager, Helper, Util, Dto, Info or Data",
                        "names are goals, facts and domain words; these endings say nothing",
                        namesSayAGoal()),
                rule(
                        "jackson2IsNeverUsed",
                        "of com.fasterxml.jackson, only the annotations are used",
                        "Jackson 3 is tools.jackson; the old one is dragged along by others and set up by nobody",
                        jackson2IsNeverUsed()));
    }

    private static Rule rule(String name, String says, String because, ArchRule check) {
        return Rule.of(CODE, name, says, because, check);
    }

    private ArchRule packagesAreNullMarked() {
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.of()
                        : Stream.of(type.getPackageName() + " has no package-info with @NullMarked")));
    }

    private ArchRule mappingsDeclareWhatTheyProduce() {
        return methods()
                .that(are(DescribedPredicate.describe(
                        "web mappings",
                        (JavaMethod method) -> layout.isInModule(method.getOwner())
                                && method.isMetaAnnotatedWith(RequestMapping.class)
                                && !isHiddenInTheDeployable(method.getOwner()))))
                .should(show(method -> {
                    var declares = Stream.of(method.reflect(), method.getOwner().reflect())
                            .map(at -> AnnotatedElementUtils.getMergedAnnotation(at, RequestMapping.class))
                            .anyMatch(mapping -> mapping != null && mapping.produces().length > 0);
                    return declares
                            ? Stream.of()
                            : Stream.of(method.getFullName() + " does not declare what it produces");
                }));
    }

    /** Pages and the error endpoint, which answer in whatever form was accepted. */
    private boolean isHiddenInTheDeployable(JavaClass controller) {
        return controller.isAnnotatedWith(Hidden.class) && !layout.isInHexagon(controller);
    }

    private ArchRule problemsAreInTheCatalogue() {
        return classes()
                .that(are(layout.inHexagons()))
                .should(show(type -> type.isMetaAnnotatedWith(ControllerAdvice.class)
                                || type.getMethods().stream()
                                        .anyMatch(method -> method.isMetaAnnotatedWith(ExceptionHandler.class))
                        ? Stream.of(type.getName() + " answers with what no catalogue shows")
                        : Stream.of()));
    }

    private ArchRule noClockThatCantBeMoved() {
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> Stream.concat(
                                type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                        .filter(access -> isClock(access.getTarget()))
                        .filter(access -> !access.getOrigin().isAnnotatedWith(Bean.class))
                        .map(JavaCodeUnitAccess::getDescription)));
    }

    private static boolean isClock(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        var name = target.getName();
        return (owner.getPackageName().equals("java.time")
                        && name.equals("now")
                        && target.getRawParameterTypes().stream().noneMatch(given -> given.isEquivalentTo(Clock.class)))
                || (owner.isAssignableTo(InstantSource.class) && name.matches("system.*|tick.+"))
                || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Calendar.class) && name.equals("getInstance"))
                || ((owner.isEquivalentTo(Date.class) || owner.isEquivalentTo(GregorianCalendar.class))
                        && name.equals("<init>")
                        && target.getRawParameterTypes().isEmpty());
    }

    private ArchRule noFieldInjection() {
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> Stream.concat(
                        type.getFields().stream()
                                .filter(field -> INJECTIONS.stream().anyMatch(field::isMetaAnnotatedWith))
                                .map(field -> field.getFullName() + " is injected"),
                        type.getCodeUnits().stream()
                                .flatMap(unit -> unit.getParameters().stream())
                                .filter(parameter -> parameter.isMetaAnnotatedWith(
                                        "org.springframework.beans.factory.annotation.Value"))
                                .map(parameter -> parameter.getOwner().getFullName() + " takes a @Value"))));
    }

    private ArchRule namesSayAGoal() {
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> !isGenerated(type)
                                && type.getSimpleName().matches(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Info|Data)")
                        ? Stream.of(type.getName() + " does not say what it is for")
                        : Stream.of()));
    }

    private static boolean isGenerated(JavaClass type) {
        return Stream.concat(type.getRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .anyMatch(mapper -> mapper.isAnnotatedWith(Mapper.class));
    }

    private ArchRule jackson2IsNeverUsed() {
        return classes()
                .that(are(layout.inModules()))
                .should(show(type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> target(dependency).getName().startsWith("com.fasterxml.jackson.")
                                && !target(dependency).getPackageName().equals("com.fasterxml.jackson.annotation"))
                        .map(Dependency::getDescription)));
    }
}
