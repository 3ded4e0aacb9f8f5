package dev.frontrow.edge.problem;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problem;
import dev.frontrow.edge.ProblemAdvice;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/**
 * All problems that this service answers: the general ones and those of each module's advice. The service does not start
 * where two modules state one code, or an advice answers another problem than the one that a refusal is the example of.
 */
@Component
public class ProblemCatalogue {

    private final SortedMap<String, Entry> entries = new TreeMap<>();

    ProblemCatalogue(List<ProblemAdvice<?>> advices) {
        for (var general : GeneralProblem.values()) {
            add(new Entry(
                    general, general.because(general.statement().example()).build()));
        }
        advices.forEach(this::addAll);
    }

    private <R extends RuntimeException> void addAll(ProblemAdvice<R> advice) {
        Arrays.stream(advice.problems())
                .map(problem ->
                        new Entry(problem, advice.answer(problem.statement().example())))
                .forEach(this::add);
    }

    private void add(Entry entry) {
        if (!entry.code().equals(entry.answeredCode())) {
            throw new IllegalStateException(
                    "the example of " + entry.code() + " is answered as " + entry.answeredCode());
        }
        if (entries.put(entry.code(), entry) != null) {
            throw new IllegalStateException("two modules state the problem " + entry.code());
        }
    }

    public Optional<Entry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** The problem that a refusal of this type is. */
    public Optional<Entry> of(Class<? extends RuntimeException> refusal) {
        return entries.values().stream()
                .filter(entry ->
                        entry.problem().statement().example().getClass().equals(refusal))
                .findFirst();
    }

    /** All of them, by code. */
    public Collection<Entry> all() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /**
     * A problem in the catalogue.
     *
     * @param example what is answered to the example refusal
     */
    public record Entry(Problem<?> problem, ErrorResponse example) {

        public String code() {
            return problem.code();
        }

        private String answeredCode() {
            var members = example.getBody().getProperties();
            return members == null ? "" : String.valueOf(members.get("code"));
        }
    }
}
