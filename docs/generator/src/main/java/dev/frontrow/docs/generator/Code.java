package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.frontrow.FrontrowApplication;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jmolecules.event.types.DomainEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The service's code as the documents see it: modules, their types and beans, and who needs whom. */
final class Code {

    /**
     * A module.
     *
     * @param name as in packages and schemas, {@code payment}
     * @param base its API package
     * @param allowed the modules it may know, beside shared ones
     * @param shared whether every module may know it
     */
    record Module(String name, String title, String base, List<String> allowed, boolean shared) {

        /** Whether it puts the others together. */
        boolean isRoof() {
            return name.equals("app");
        }

        /** Whether it is cut into domain, application and adapters. */
        boolean isHexagon() {
            return !isRoof() && !shared;
        }
    }

    private static final Set<String> SHARED =
            Set.of(FrontrowApplication.class.getAnnotation(Modulithic.class).sharedModules());

    private final Javadocs javadocs;
    private final List<Module> modules;
    private final List<JavaClass> types;
    private final Map<Module, List<JavaClass>> typesOf;
    private final Map<Module, List<JavaClass>> beansOf;
    private final Map<JavaClass, List<JavaClass>> askedBy = new HashMap<>();
    private final Map<List<Module>, List<JavaClass>> namedBy = new HashMap<>();

    Code(Repository repository) {
        this.javadocs = Javadocs.of(repository);
        var imported = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(FrontrowApplication.class);
        this.modules = imported.getPackage(FrontrowApplication.class.getPackageName()).getSubpackages().stream()
                .flatMap(base -> base.tryGetAnnotationOfType(ApplicationModule.class).stream()
                        .map(declared -> module(base, declared)))
                .sorted(Comparator.comparing(Module::isRoof).thenComparing(Module::name))
                .toList();
        this.types = imported.stream()
                .filter(type -> javadocs.isWritten(type.getName()))
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
        this.typesOf = byModule(type -> true);
        this.beansOf = byModule(type -> !type.isAnnotation() && is(type, Component.class));
    }

    private Map<Module, List<JavaClass>> byModule(Predicate<JavaClass> which) {
        return modules.stream()
                .collect(Collectors.toMap(
                        module -> module,
                        module -> types.stream()
                                .filter(type -> moduleOf(type).equals(Optional.of(module)))
                                .filter(which)
                                .toList()));
    }

    private static Module module(JavaPackage base, ApplicationModule declared) {
        return new Module(
                base.getRelativeName(),
                declared.displayName(),
                base.getName(),
                List.of(declared.allowedDependencies()),
                SHARED.contains(base.getRelativeName()));
    }

    Javadocs javadocs() {
        return javadocs;
    }

    /** All modules by name, the one that puts the others together last. */
    List<Module> modules() {
        return modules;
    }

    /** What every module may know. */
    List<Module> shared() {
        return modules.stream().filter(Module::shared).toList();
    }

    Optional<Module> moduleOf(JavaClass type) {
        return modules.stream()
                .filter(module -> type.getPackageName().equals(module.base())
                        || type.getPackageName().startsWith(module.base() + "."))
                .findFirst();
    }

    /** Every type of a module, by name. */
    Stream<JavaClass> types(Module module) {
        return typesOf.getOrDefault(module, List.of()).stream();
    }

    Stream<JavaClass> all() {
        return types.stream();
    }

    Optional<JavaClass> find(String name) {
        return types.stream().filter(type -> type.getName().equals(name)).findFirst();
    }

    Stream<JavaMethod> methods() {
        return all().flatMap(type -> type.getMethods().stream().sorted(Comparator.comparing(JavaMethod::getFullName)));
    }

    /** What a module offers to others: the public top-level types of its base package. */
    Stream<JavaClass> api(Module module) {
        return types(module)
                .filter(type -> type.getPackageName().equals(module.base()))
                .filter(type -> type.isTopLevelClass()
                        && type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    static boolean isEvent(JavaClass type) {
        return type.isAssignableTo(DomainEvent.class) && type.isRecord();
    }

    /** The beans that somebody wrote, by name. */
    Stream<JavaClass> beans(Module module) {
        return beansOf.getOrDefault(module, List.of()).stream();
    }

    static boolean is(JavaClass type, Class<? extends java.lang.annotation.Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(type.reflect(), annotation);
    }

    /** Where below its module a type lives, {@code adapter.in.web}; empty for the API. */
    String place(JavaClass type) {
        return moduleOf(type)
                .map(module -> type.getPackageName().equals(module.base())
                        ? ""
                        : type.getPackageName().substring(module.base().length() + 1))
                .orElse("");
    }

    /** What a type is for: its own comment's first sentence, else its tag's, else that of what it implements. */
    String purpose(JavaClass type) {
        var own = javadocs.first(type.getName());
        if (!own.isEmpty()) {
            return own;
        }
        var tag = AnnotatedElementUtils.findMergedAnnotation(type.reflect(), Tag.class);
        if (tag != null) {
            return tag.description();
        }
        return type.getRawInterfaces().stream()
                .map(JavaClass::getName)
                .sorted()
                .map(javadocs::first)
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
    }

    /** The types of {@code to} for which {@code from} depends on it; none where every module may. */
    List<JavaClass> needed(Module from, Module to) {
        return to.shared() ? List.of() : named(from, to);
    }

    /** The types of {@code to} that {@code from}, another module, names in its code. */
    List<JavaClass> named(Module from, Module to) {
        return from.equals(to) ? List.of() : namedBy.computeIfAbsent(List.of(from, to), none -> namedIn(from, to));
    }

    private List<JavaClass> namedIn(Module from, Module to) {
        var named = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        types(from)
                .forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    var target = topLevel(dependency.getTargetClass().getBaseComponentType());
                    if (moduleOf(target).equals(Optional.of(to))
                            && !target.getSimpleName().equals("package-info")) {
                        named.add(target);
                    }
                }));
        return List.copyOf(named);
    }

    private static JavaClass topLevel(JavaClass type) {
        var top = type;
        while (top.getEnclosingClass().isPresent()) {
            top = top.getEnclosingClass().get();
        }
        return top;
    }

    /** The beans that a bean asks: those in its module which are, or implement a port of the module that, its code names. */
    List<JavaClass> asked(JavaClass bean) {
        return askedBy.computeIfAbsent(bean, this::askedOf);
    }

    private List<JavaClass> askedOf(JavaClass bean) {
        var named = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        bean.getDirectDependenciesFromSelf()
                .forEach(dependency -> named.add(dependency.getTargetClass().getBaseComponentType()));
        var module = moduleOf(bean).orElseThrow();
        return beans(module)
                .filter(other -> !other.equals(bean))
                .filter(other -> named.contains(other)
                        || other.getAllRawInterfaces().stream()
                                .anyMatch(port ->
                                        named.contains(port) && moduleOf(port).equals(Optional.of(module))))
                .toList();
    }

    /** The methods that run by a clock. */
    Stream<JavaMethod> jobs(Module module) {
        return methods()
                .filter(method -> moduleOf(method.getOwner()).equals(Optional.of(module)))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method.reflect(), Scheduled.class));
    }
}
