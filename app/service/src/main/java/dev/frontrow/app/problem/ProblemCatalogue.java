package dev.frontrow.app.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All problems that this service answers, put together from what each module ships as
 * {@code problems/<module>.properties}. Two modules may name the same code as long as they say the same about it;
 * otherwise the service does not start.
 */
@Component
public class ProblemCatalogue {

    private static final String LOCATION = "classpath*:problems/*.properties";

    private final SortedMap<String, ProblemKind> kinds = new TreeMap<>();

    ProblemCatalogue() throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources(LOCATION)) {
            try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                add(resource.getDescription(), reader);
            }
        }
        for (var general : GeneralProblem.values()) {
            var kind = kinds.get(general.code());
            if (kind == null || kind.status() != general.status().value()) {
                throw new IllegalStateException("the catalogue has no problem " + general.code() + " with the status "
                        + general.status().value());
            }
        }
    }

    private ProblemCatalogue(Map<String, Reader> sources) throws IOException {
        for (var source : sources.entrySet()) {
            add(source.getKey(), source.getValue());
        }
    }

    static ProblemCatalogue of(Map<String, Reader> sources) throws IOException {
        return new ProblemCatalogue(sources);
    }

    public Optional<ProblemKind> find(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** All of them, by code. */
    public Collection<ProblemKind> all() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    private void add(String source, Reader reader) throws IOException {
        var properties = new Properties();
        properties.load(reader);
        var entries = new TreeMap<String, Map<String, String>>();
        for (var key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (dot < 1) {
                throw new IllegalStateException(source + " has the entry " + key + ", which is not <code>.<member>");
            }
            entries.computeIfAbsent(key.substring(0, dot), _ -> new TreeMap<>())
                    .put(key.substring(dot + 1), properties.getProperty(key));
        }
        entries.forEach((code, members) -> add(source, code, members));
    }

    private void add(String source, String code, Map<String, String> members) {
        var status = members.get("status");
        var title = members.get("title");
        var description = members.get("description");
        if (status == null || title == null || description == null || members.size() != 3) {
            throw new IllegalStateException(
                    source + ": problem " + code + " needs status, title and description, and nothing else");
        }
        var kind = new ProblemKind(code, Integer.parseInt(status.strip()), title.strip(), description.strip());
        var known = kinds.putIfAbsent(code, kind);
        if (known != null && !known.equals(kind)) {
            throw new IllegalStateException(
                    "%s: problem %s is %d \"%s\", \"%s\" here and %d \"%s\", \"%s\" in another module"
                            .formatted(
                                    source,
                                    code,
                                    kind.status(),
                                    kind.title(),
                                    kind.description(),
                                    known.status(),
                                    known.title(),
                                    known.description()));
        }
    }
}
