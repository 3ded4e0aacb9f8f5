package dev.frontrow.app.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The types and methods that pages written by hand mention, as {@code JoinLine} or {@code Admissions.lock}: they have to
 * exist, in the code or in an example on the page itself.
 */
final class MentionedTypes {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern MENTION =
            Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})(?:\\.([a-z]\\w*))?(?:\\([^`]*\\))?`");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");

    private final Path repository;
    private final Map<String, Set<String>> methods = new HashMap<>();

    MentionedTypes(Path repository, Code code) {
        this.repository = repository;
        code.all()
                .filter(type -> !type.isAnonymousClass())
                .forEach(type -> known(type.getSimpleName()).addAll(namesIn(type)));
        code.all()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(dependency -> known(dependency.getTargetClass().getSimpleName()));
        testSources().forEach(this::known);
    }

    /** The methods of a type by that name; empty where any may be mentioned. */
    private Set<String> known(String type) {
        return methods.computeIfAbsent(type, none -> new HashSet<>());
    }

    private static List<String> namesIn(JavaClass type) {
        return type.getAllMethods().stream().map(method -> method.getName()).toList();
    }

    /** What is not in those pages' code any more, by the page. */
    List<String> unknownIn(List<Path> pages) {
        var unknown = new ArrayList<String>();
        for (var page : pages) {
            var text = read(page);
            var declared = new HashSet<String>();
            DECLARED.matcher(text).results().forEach(type -> declared.add(type.group(1)));
            MENTION.matcher(CODE_BLOCK.matcher(text).replaceAll(""))
                    .results()
                    .filter(mention -> !declared.contains(mention.group(1)))
                    .filter(mention -> !isKnown(mention.group(1), mention.group(2)))
                    .forEach(mention -> unknown.add(repository.relativize(page) + ": " + mention.group()));
        }
        return unknown;
    }

    private boolean isKnown(String type, @Nullable String method) {
        var known = methods.get(type);
        return known != null && (method == null || known.isEmpty() || known.contains(method));
    }

    private Stream<String> testSources() {
        try (var modules = Files.list(repository)) {
            return modules
                    .flatMap(module ->
                            Stream.of("src/test/java", "src/test-support/java").map(module::resolve))
                    .filter(Files::isDirectory)
                    .flatMap(MentionedTypes::sourcesBelow)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> sourcesBelow(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
