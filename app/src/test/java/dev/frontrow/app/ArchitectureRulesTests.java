package dev.frontrow.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.frontrow.ArchitectureRules;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that has never failed proves nothing: each one is tried on a fixture that breaks it. */
class ArchitectureRulesTests {

    static Stream<Arguments> rules() {
        return ArchitectureRules.below("dev.frontrow").keySet().stream().map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void reportTheFixtureThatBreaksThemAndWhy(String name) {
        var root = "broken." + name.toLowerCase(Locale.ROOT);
        ArchRule rule = requireNonNull(ArchitectureRules.below(root).get(name));
        var fixture = new ClassFileImporter().importPackages(root);
        assertThat(fixture).as("fixture in " + root).isNotEmpty();

        var result = rule.evaluate(fixture);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).containsAnyOf("Broken", "broken."));
        assertThat(rule.getDescription()).contains("because").contains("read on in");
    }
}
