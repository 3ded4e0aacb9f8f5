package dev.frontrow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A rule that has never failed proves nothing: each one is tried on a fixture, {@code broken.<the rule>}, of code that breaks
 * it and code that almost does. What it has to report is in {@code broken/<the rule>.txt}, to the letter.
 */
class ArchitectureRulesTests {

    private static final Path FIXTURES = Path.of("src/test/resources/broken");
    private static final Pattern LINE_NUMBER = Pattern.compile(":\\d+\\)");

    static Stream<String> rules() {
        return ArchitectureRules.of(Layout.ofThisProject()).stream().map(Rule::name);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void reportExactlyWhatBreaksThem(String name) throws IOException {
        var root = "broken." + name.toLowerCase(Locale.ROOT);
        var fixture = new ClassFileImporter().importPackages(root);
        assertThat(fixture).as("fixture in " + root).isNotEmpty();
        var rule = rule(name, new Layout(root, FIXTURES));

        var reported = rule.check().evaluate(fixture).getFailureReport().getDetails().stream()
                .map(detail -> LINE_NUMBER.matcher(detail).replaceAll(")"))
                .sorted()
                .toList();

        assertThat(reported).containsExactlyElementsOf(Files.readAllLines(report(name)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sayTheirNameTheirReasonAndWhereToReadOn(String name) {
        var rule = rule(name, Layout.ofThisProject());

        assertThat(rule.check().getDescription())
                .startsWith(name + ": ")
                .contains(", because ")
                .contains("read on in docs/generated/rules.md#" + name.toLowerCase(Locale.ROOT));
    }

    @Test
    void areWhatThereAreFixturesFor() throws IOException {
        try (var packages = Files.list(Path.of("src/test/java/broken"));
                var reports = Files.list(FIXTURES)) {
            var expected =
                    rules().map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList();
            assertThat(packages.map(folder -> folder.getFileName().toString()).sorted())
                    .containsExactlyElementsOf(expected);
            assertThat(reports.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".txt"))
                            .map(file -> file.substring(0, file.length() - ".txt".length()))
                            .sorted())
                    .containsExactlyElementsOf(expected);
        }
    }

    private static Rule rule(String name, Layout layout) {
        return ArchitectureRules.of(layout).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Path report(String name) {
        return FIXTURES.resolve(name.toLowerCase(Locale.ROOT) + ".txt");
    }
}
