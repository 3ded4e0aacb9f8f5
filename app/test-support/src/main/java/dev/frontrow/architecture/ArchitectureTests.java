package dev.frontrow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code of the module whose tests are run keeps to the rules of the architecture: Surefire runs this in each of them.
 *
 * <p>A module need not have what a rule is about, a listener say. Where the deployable is built all modules are there, so no
 * rule may find nothing to look at.
 */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTests {

    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final boolean IS_DEPLOYABLE = FOLDER.endsWith("app/service");
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPaths(IS_DEPLOYABLE ? everyModule() : List.of(Path.of("target/classes")));

    private static List<Path> everyModule() {
        return Project.artifacts(Project.root()).stream()
                .filter(folder -> Layout.ofThisProject().isOfAModule(folder))
                .map(folder -> folder.resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    static Stream<Arguments> rules() {
        return ArchitectureRules.of(Layout.ofThisProject()).stream().map(rule -> Arguments.of(rule.name(), rule));
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void areKept(String name, Rule rule) {
        assertThat(CLASSES).isNotEmpty();
        rule.check().allowEmptyShould(!IS_DEPLOYABLE).check(CLASSES);
    }
}
