package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What pages written by hand mention: types and methods, as {@code JoinLine} or {@code Admissions.lock}, settings and REST
 * addresses. They have to exist, in the code or in an example on the page itself.
 */
final class Mentions {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern TYPE = Pattern.compile("`((?:[A-Z][a-z0-9]+)+)(?:\\.(\\w+))?(?:\\([^`]*\\))?`");
    private static final Pattern OWN_NAME = Pattern.compile("`(frontrow\\.[\\w.-]+)`");
    private static final Pattern ADDRESS = Pattern.compile("`(?:(?:GET|POST|PUT|DELETE) )?(/api/v1/[\\w/{}-]+)`");
    /** Endings that names must not have. */
    private static final Set<String> NO_TYPES = Set.of("Impl", "Manager", "Helper", "Util", "Dto", "Info", "Data");

    private static final Pattern LITERAL = Pattern.compile("\"(frontrow\\.[\\w.-]+)\"");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");

    private final Repository repository;
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final Settings settings;
    private final Set<String> literals = new HashSet<>();

    Mentions(Repository repository, Code code) {
        this.repository = repository;
        this.settings = new Settings();
        var operations = new Operations(code);
        code.modules().stream().flatMap(operations::of).forEach(operation -> addresses.add(nameless(operation.path())));
        code.all()
                .filter(type -> !type.isAnonymousClass())
                .forEach(type -> known(type.getSimpleName()).addAll(namesIn(type)));
        code.all()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(dependency -> known(dependency.getTargetClass().getSimpleName()));
        repository.sources().forEach(file -> known(file.getFileName().toString().replace(".java", "")));
        repository
                .service()
                .filter(file -> file.toString().endsWith(".java"))
                .forEach(file ->
                        LITERAL.matcher(Repository.read(file)).results().forEach(text -> literals.add(text.group(1))));
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
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
            var text = Repository.read(page);
            var prose = CODE_BLOCK.matcher(text).replaceAll("");
            var declared = new HashSet<>(NO_TYPES);
            DECLARED.matcher(text).results().forEach(type -> declared.add(type.group(1)));
            Stream.of(
                            TYPE.matcher(prose)
                                    .results()
                                    .filter(type -> !declared.contains(type.group(1)))
                                    .filter(type -> !isKnown(type.group(1), type.group(2))),
                            OWN_NAME.matcher(prose)
                                    .results()
                                    .filter(name -> settings.find(name.group(1)).isEmpty()
                                            && literals.stream()
                                                    .noneMatch(literal -> isBegunBy(name.group(1), literal))),
                            ADDRESS.matcher(prose)
                                    .results()
                                    .filter(address -> !isServed(address.group(1)) && !isInAnExample(address, text)))
                    .flatMap(mentions -> mentions)
                    .forEach(mention -> unknown.add(repository.path(page) + ": " + mention.group()));
        }
        return unknown;
    }

    /** A meter's name may be put together of a text that ends in a dot. */
    private static boolean isBegunBy(String name, String literal) {
        return name.equals(literal) || literal.endsWith(".") && name.startsWith(literal);
    }

    private boolean isServed(String address) {
        var path = nameless(address);
        return addresses.contains(path) || addresses.stream().anyMatch(known -> known.startsWith(path + "/"));
    }

    private static boolean isInAnExample(MatchResult address, String text) {
        return CODE_BLOCK
                .matcher(text)
                .results()
                .anyMatch(block -> block.group().contains(address.group(1)));
    }

    private boolean isKnown(String type, @Nullable String method) {
        var known = methods.get(type);
        return known != null && (method == null || known.isEmpty() || known.contains(method));
    }
}
