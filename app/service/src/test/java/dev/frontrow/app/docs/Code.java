package dev.frontrow.app.docs;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.frontrow.FrontrowApplication;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jmolecules.event.types.DomainEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The service's code as the documents see it: modules, their types and beans, and who needs whom. */
final class Code {

    /**
     * A module.
     *
     * @param name as in packages and schemas, {@code payment}
     * @param base its API package
     * @param allowed the modules it may know
     */
    record Module(String name, String title, String base, List<String> allowed) {}

    private final Javadocs javadocs;
    private final List<Module> modules;
    private final JavaClasses classes;

    Code(Javadocs javadocs) {
        this.javadocs = javadocs;
        var imported = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.frontrow");
        this.modules = ApplicationModules.of(FrontrowApplication.class).stream()
                .map(module -> new Module(
                        module.getIdentifier().toString(),
                        module.getDisplayName(),
                        module.getBasePackage().getName(),
                        allowed(imported, module.getBasePackage().getName())))
                .sorted(Comparator.comparing((Module module) -> module.name().equals("app"))
                        .thenComparing(Module::name))
                .toList();
        this.classes =
                imported.that(DescribedPredicate.describe("are written", type -> javadocs.isWritten(type.getName())));
    }

    private static List<String> allowed(JavaClasses imported, String base) {
        return imported.getPackage(base)
                .tryGetAnnotationOfType(ApplicationModule.class)
                .map(declared -> List.of(declared.allowedDependencies()))
                .orElse(List.of());
    }

    Javadocs javadocs() {
        return javadocs;
    }

    /** All modules by name, the one that puts the others together last. */
    List<Module> modules() {
        return modules;
    }

    Optional<Module> moduleOf(JavaClass type) {
        return modules.stream()
                .filter(module -> type.getPackageName().equals(module.base())
                        || type.getPackageName().startsWith(module.base() + "."))
                .findFirst();
    }

    /** Every type of a module, by name. */
    Stream<JavaClass> types(Module module) {
        return all().filter(type -> moduleOf(type).equals(Optional.of(module)));
    }

    Stream<JavaClass> all() {
        return classes.stream().sorted(Comparator.comparing(JavaClass::getName));
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
        return types(module).filter(type -> !type.isAnnotation() && is(type, Component.class));
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

    /** The types of {@code to} that {@code from} names in its code. */
    List<JavaClass> needed(Module from, Module to) {
        var needed = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        types(from)
                .forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    var target = topLevel(dependency.getTargetClass().getBaseComponentType());
                    if (moduleOf(target).equals(Optional.of(to))
                            && !target.getSimpleName().equals("package-info")) {
                        needed.add(target);
                    }
                }));
        return List.copyOf(needed);
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
