package dev.frontrow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jmolecules.event.types.DomainEvent;
import org.jspecify.annotations.NullMarked;
import org.mapstruct.Mapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The rules of the architecture, each with its reason and where to read on. They hold for the modules below a root
 * package, whichever there are; so they can be tried on code that breaks them.
 */
public final class ArchitectureRules {

    private static final String READ_ON = " (read on in docs/contributing.md)";

    private final String root;

    private ArchitectureRules(String root) {
        this.root = root;
    }

    /** Every rule by its name, for the modules below that package. */
    public static Map<String, ArchRule> below(String root) {
        var rules = new ArchitectureRules(root);
        var all = new LinkedHashMap<String, ArchRule>();
        all.put("domainKnowsOnlyTheJdkAndItself", rules.domainKnowsOnlyTheJdkAndItself());
        all.put("applicationKnowsNoAdapter", rules.applicationKnowsNoAdapter());
        all.put("adaptersInAndOutDontKnowOneAnother", rules.adaptersInAndOutDontKnowOneAnother());
        all.put("adaptersInDontTouchOutPorts", rules.adaptersInDontTouchOutPorts());
        all.put("adaptersAreNotPublic", rules.adaptersAreNotPublic());
        all.put("sqlIsInPersistenceAlone", rules.sqlIsInPersistenceAlone());
        all.put("transactionsAreOnUseCasesAlone", rules.transactionsAreOnUseCasesAlone());
        all.put("onlyTheApiIsUsedFromOutside", rules.onlyTheApiIsUsedFromOutside());
        all.put("noClockThatCantBeMoved", rules.noClockThatCantBeMoved());
        all.put("noFieldInjection", rules.noFieldInjection());
        all.put("namesSayAGoal", rules.namesSayAGoal());
        all.put("lateListenersHaveAnId", rules.lateListenersHaveAnId());
        all.put("eventsCarryPlainValues", rules.eventsCarryPlainValues());
        all.put("packagesAreNullMarked", rules.packagesAreNullMarked());
        all.put("mappingsDeclareWhatTheyProduce", rules.mappingsDeclareWhatTheyProduce());
        all.put("jackson2IsNeverUsed", rules.jackson2IsNeverUsed());
        return all;
    }

    private ArchRule domainKnowsOnlyTheJdkAndItself() {
        return classes()
                .that(are(inModules("domain")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..", "javax.crypto..", "org.jspecify..", "org.jmolecules..")
                        .or(describe(
                                "are in a domain or an API",
                                type -> type.getPackageName().startsWith(root)
                                        && (part(type).isEmpty() || part(type).startsWith("domain")))))
                .because("the rules of the business are read, tested and kept without Spring, SQL or JSON" + READ_ON);
    }

    private ArchRule applicationKnowsNoAdapter() {
        return noClasses()
                .that(are(inModules("application")))
                .should()
                .dependOnClassesThat(are(inModules("adapter")))
                .because("use cases name what they need as ports, and adapters plug in" + READ_ON);
    }

    private ArchRule adaptersInAndOutDontKnowOneAnother() {
        return classes()
                .that(are(inModules("adapter")))
                .should(new ArchCondition<>("not know an adapter of the other side") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> side(dependency.getTargetClass()) != Side.NONE
                                        && side(dependency.getTargetClass()) != side(type))
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .because("what comes in reaches what goes out through a use case or a query alone" + READ_ON);
    }

    private ArchRule adaptersInDontTouchOutPorts() {
        return noClasses()
                .that(are(inModules("adapter.in")))
                .should()
                .dependOnClassesThat(are(inModules("application.port.out")))
                .because("controllers and listeners call in-ports and queries; what a use case needs is its own affair"
                        + READ_ON);
    }

    private ArchRule adaptersAreNotPublic() {
        return classes()
                .that(are(inModules("adapter")))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("nobody calls an adapter; package-private keeps it so" + READ_ON);
    }

    private ArchRule sqlIsInPersistenceAlone() {
        return noClasses()
                .that(are(inModules("domain").or(inModules("application")).or(inModules("adapter.in"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql.."))
                .because("each statement stands in adapter.out.persistence, beside the table it is about" + READ_ON);
    }

    private ArchRule transactionsAreOnUseCasesAlone() {
        var transactional = describe(
                "are transactional",
                (JavaClass type) -> type.isMetaAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
        return classes()
                .that(are(inModules("domain").or(inModules("adapter")).or(inModules("application"))))
                .and(transactional)
                .should(new ArchCondition<>("be in application") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!part(type).equals("application")) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is transactional and no use case"));
                        }
                    }
                })
                .because("a use case is the boundary of a transaction; the reader finds it in one place" + READ_ON);
    }

    private ArchRule onlyTheApiIsUsedFromOutside() {
        return classes()
                .that(describe("are in a module", type -> !module(type).isEmpty()))
                .should(new ArchCondition<>("use no more than the API of another module") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency ->
                                        !module(dependency.getTargetClass()).isEmpty())
                                .filter(dependency ->
                                        !module(dependency.getTargetClass()).equals(module(type)))
                                .filter(dependency ->
                                        !part(dependency.getTargetClass()).isEmpty())
                                .forEach(dependency ->
                                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                    }
                })
                .because("a module's base package is its API, and the rest is free to change" + READ_ON);
    }

    private ArchRule noClockThatCantBeMoved() {
        return noClasses()
                .that(describe("are in a module", type -> !module(type).isEmpty()))
                .should()
                .callMethodWhere(describe(
                        "is a clock that can't be moved",
                        call -> call.getTarget().getName().equals("now")
                                        && call.getTarget()
                                                .getOwner()
                                                .getPackageName()
                                                .equals("java.time")
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty()
                                || call.getTarget().getName().equals("currentTimeMillis")))
                .because("the database's clock decides, and a test must be able to age things" + READ_ON);
    }

    private ArchRule noFieldInjection() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(
                        describe("are in a module", type -> !module(type).isEmpty()))
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("what a class needs is in its constructor, settings as one record" + READ_ON);
    }

    private ArchRule namesSayAGoal() {
        return noClasses()
                .that(describe(
                        "are in a module and written by hand",
                        type -> !module(type).isEmpty() && !isGenerated(type)))
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Info|Data)")
                .because("names are goals, facts and domain words; these endings say nothing" + READ_ON);
    }

    private ArchRule lateListenersHaveAnId() {
        return methods()
                .that()
                .areAnnotatedWith(ApplicationModuleListener.class)
                .should(new ArchCondition<>("have an id") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getAnnotationOfType(ApplicationModuleListener.class)
                                .id()
                                .isBlank()) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no id"));
                        }
                    }
                })
                .allowEmptyShould(true)
                .because("without an id, renaming the method orphans what waits in the event registry" + READ_ON);
    }

    private ArchRule eventsCarryPlainValues() {
        return classes()
                .that()
                .areAssignableTo(DomainEvent.class)
                .and(describe("are in a module", type -> !module(type).isEmpty()))
                .should(new ArchCondition<>("be records of plain values") {
                    @Override
                    public void check(JavaClass event, ConditionEvents events) {
                        if (!event.isRecord()) {
                            events.add(SimpleConditionEvent.violated(event, event.getName() + " is no record"));
                        }
                        event.getFields().stream()
                                .filter(field -> !isPlain(field.getType()))
                                .forEach(field -> events.add(SimpleConditionEvent.violated(
                                        event, field.getFullName() + " is no plain value")));
                    }
                })
                .allowEmptyShould(true)
                .because("an event is stored, sent twice and read by other modules: ids and values only" + READ_ON);
    }

    private ArchRule packagesAreNullMarked() {
        return classes()
                .that(describe("are in a module", type -> !module(type).isEmpty()))
                .should(new ArchCondition<>("be in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no package-info with @NullMarked"));
                        }
                    }
                })
                .because("what may be null is said and checked; the annotation does not reach sub-packages" + READ_ON);
    }

    private ArchRule mappingsDeclareWhatTheyProduce() {
        return methods()
                .that(describe(
                        "are web mappings",
                        (JavaMethod method) -> !module(method.getOwner()).isEmpty()
                                && method.isMetaAnnotatedWith(RequestMapping.class)))
                .should(new ArchCondition<>("declare what they produce") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var mapping = AnnotatedElementUtils.getMergedAnnotation(method.reflect(), RequestMapping.class);
                        if (mapping == null || mapping.produces().length == 0) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not declare what it produces"));
                        }
                    }
                })
                .because("a 406 must come before any effect, and it does only where the mapping says so" + READ_ON);
    }

    private ArchRule jackson2IsNeverUsed() {
        return noClasses()
                .that(describe("are in a module", type -> !module(type).isEmpty()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..",
                        "com.fasterxml.jackson.dataformat.."))
                .because("Jackson 3 is tools.jackson; the old one is dragged along by others and set up by nobody"
                        + READ_ON);
    }

    private static boolean isGenerated(JavaClass type) {
        return Stream.concat(type.getRawInterfaces().stream(), type.getAllRawSuperclasses().stream())
                .anyMatch(mapper -> mapper.isAnnotatedWith(Mapper.class));
    }

    private enum Side {
        IN,
        OUT,
        NONE
    }

    private Side side(JavaClass type) {
        if (part(type).startsWith("adapter.in")) {
            return Side.IN;
        }
        return part(type).startsWith("adapter.out") ? Side.OUT : Side.NONE;
    }

    private DescribedPredicate<JavaClass> inModules(String layer) {
        return describe(
                "in " + layer + " of a module",
                type -> part(type).equals(layer) || part(type).startsWith(layer + "."));
    }

    /** The module a class is in, or nothing for the root package, for {@code app} and for all that is foreign. */
    private String module(JavaClass type) {
        if (!type.getPackageName().startsWith(root + ".")) {
            return "";
        }
        var name = type.getPackageName().substring(root.length() + 1);
        var module = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return module.equals("app") ? "" : module;
    }

    /** Where in its module a class is: nothing for the API, {@code domain}, {@code adapter.in.web} and so on. */
    private String part(JavaClass type) {
        var module = module(type);
        if (module.isEmpty()) {
            return "";
        }
        var prefix = root + "." + module;
        return type.getPackageName().equals(prefix) ? "" : type.getPackageName().substring(prefix.length() + 1);
    }

    private boolean isPlain(JavaType type) {
        if (type instanceof JavaParameterizedType generic) {
            return generic.toErasure().isEquivalentTo(List.class)
                    && generic.getActualTypeArguments().stream().allMatch(this::isPlain);
        }
        var erasure = type.toErasure();
        return erasure.isPrimitive()
                || Set.of(String.class.getName(), UUID.class.getName(), Instant.class.getName())
                        .contains(erasure.getName())
                || erasure.isRecord()
                        && !module(erasure).isEmpty()
                        && part(erasure).isEmpty()
                        && erasure.getFields().stream()
                                .filter(field -> !field.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                                .allMatch(field -> isPlain(field.getType()));
    }
}
