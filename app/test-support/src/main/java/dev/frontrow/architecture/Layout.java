package dev.frontrow.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/**
 * Where things are: modules are the packages below a root package, whichever there are; what is inside a module has its place,
 * the rest of the package's name.
 *
 * @param root the package that the modules are below
 * @param project the directory with the modules' folders, their POMs and {@code docs}
 */
public record Layout(String root, Path project) {

    /** The module that puts the others together; it is no hexagon, and all others are. */
    static final String DEPLOYABLE = "app";

    /** What every module stands on and may use; it knows none of them, and is no hexagon either. */
    static final String SHARED = "edge";

    /** The project that is being built. */
    public static Layout ofThisProject() {
        return new Layout("dev.frontrow", Project.root());
    }

    /** The module of a class, by name; empty for the root package and for all that is foreign. */
    String module(JavaClass type) {
        return module(type.getPackageName());
    }

    private String module(String packageName) {
        if (!packageName.startsWith(root + ".")) {
            return "";
        }
        var below = packageName.substring(root.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    /** Where in its module a class is: nothing for the API, {@code domain}, {@code adapter.in.web} and so on. */
    String place(JavaClass type) {
        return place(type.getPackageName());
    }

    private String place(String packageName) {
        var api = api(module(packageName));
        return packageName.equals(api) ? "" : packageName.substring(api.length() + 1);
    }

    /** The module's base package. */
    String api(String module) {
        return root + "." + module;
    }

    boolean isInModule(JavaClass type) {
        return !module(type).isEmpty();
    }

    boolean isInHexagon(JavaClass type) {
        return isInModule(type)
                && !module(type).equals(DEPLOYABLE)
                && !module(type).equals(SHARED);
    }

    DescribedPredicate<JavaClass> inModules() {
        return DescribedPredicate.describe("in a module", this::isInModule);
    }

    DescribedPredicate<JavaClass> inHexagons() {
        return DescribedPredicate.describe("in a module", this::isInHexagon);
    }

    /** Classes in that place of a module, or below it. */
    DescribedPredicate<JavaClass> inPlace(String place) {
        return DescribedPredicate.describe("in " + place, type -> isInHexagon(type) && isBelow(place(type), place));
    }

    /** Classes in that place of a module and not below it. */
    DescribedPredicate<JavaClass> exactlyIn(String place) {
        return DescribedPredicate.describe(
                "in " + place, type -> isInHexagon(type) && place(type).equals(place));
    }

    /** Classes of application but ports and queries: in its package or in one of its rooms, a package below it. */
    DescribedPredicate<JavaClass> inUseCases() {
        return DescribedPredicate.describe("in a use case", type -> isInHexagon(type) && isUseCase(place(type)));
    }

    static boolean isUseCase(String place) {
        return isBelow(place, "application")
                && !isBelow(place, "application.port")
                && !isBelow(place, "application.query");
    }

    /** Whether the other package is of the same module's use cases too, and another one. */
    boolean areRoomsOfOneModule(JavaPackage room, JavaPackage other) {
        return !other.getName().equals(room.getName())
                && module(other.getName()).equals(module(room.getName()))
                && isUseCase(place(other.getName()));
    }

    /** The declaration of a module: the package-info of its base package. */
    DescribedPredicate<JavaClass> declarations() {
        return DescribedPredicate.describe(
                "declare a module",
                type -> isInModule(type)
                        && type.getSimpleName().equals("package-info")
                        && place(type).isEmpty());
    }

    static boolean isBelow(String place, String above) {
        return place.equals(above) || place.startsWith(above + ".");
    }

    /** What a class needs of other classes in modules, its own module's or others'. */
    Stream<Dependency> needed(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().filter(dependency -> isInModule(target(dependency)));
    }

    /**
     * What only the class file names, as a {@code switch} over patterns does, and ArchUnit does not see.
     *
     * @param isRefused tells it by the module, another one or the class's own, and the place
     */
    Stream<String> alsoNamed(JavaClass type, BiPredicate<String, String> isRefused) {
        return Constants.of(type).classes().stream()
                .filter(named -> !named.equals(type.getName()) && isRefused(named, isRefused))
                .filter(named -> type.getDirectDependenciesFromSelf().stream()
                        .noneMatch(dependency -> target(dependency).getName().equals(named)))
                .map(named -> type.getName() + " names " + named);
    }

    private boolean isRefused(String named, BiPredicate<String, String> isRefused) {
        var packageName = named.substring(0, Math.max(0, named.lastIndexOf('.')));
        return !module(packageName).isEmpty() && isRefused.test(module(packageName), place(packageName));
    }

    boolean isShared(JavaClass type) {
        return module(type).equals(SHARED);
    }

    boolean isOwn(JavaClass type, Dependency dependency) {
        return module(target(dependency)).equals(module(type));
    }

    static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    /** Whom a module declares that it may know; empty where it declares nothing. */
    Optional<List<String>> declared(JavaClass type) {
        var base = api(module(type));
        for (Optional<JavaPackage> at = Optional.of(type.getPackage());
                at.isPresent();
                at = at.get().getParent()) {
            if (at.get().getName().equals(base)) {
                return at.get()
                        .tryGetAnnotationOfType(ApplicationModule.class)
                        .map(module -> List.of(module.allowedDependencies()));
            }
        }
        return Optional.empty();
    }

    /** Whether an artifact's folder is a module's; the others are tools of the build and of the tests. */
    boolean isOfAModule(Path artifact) {
        return artifact.getFileName().toString().endsWith("-module")
                || Stream.of(DEPLOYABLE, SHARED).map(this::folder).anyMatch(artifact::equals);
    }

    /** The folder of a module's build, {@code payment-module} for {@code payment}. */
    Path folder(String module) {
        return project.resolve(
                switch (module) {
                    case DEPLOYABLE -> "app/service";
                    case SHARED -> "app/edge";
                    default -> module + "-module";
                });
    }

    /** Whether a module's code may be built there: in its own folder, or, for the deployable, in one that stands beside it. */
    boolean isBuiltIn(Path folder, String module) {
        return folder.equals(folder(module))
                || module.equals(DEPLOYABLE)
                        && folder(module).resolveSibling(folder.getFileName()).equals(folder);
    }
}
