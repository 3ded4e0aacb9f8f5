package dev.frontrow.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Counts the problems that were answered, by their code, as {@code frontrow.problems}. Safe for any number of threads. */
@Component
class ProblemCounts {

    private static final String CODE = "code";

    private final ObjectProvider<MeterRegistry> registries;
    private final ConcurrentMap<String, Counter> byCode = new ConcurrentHashMap<>();

    ProblemCounts(ObjectProvider<MeterRegistry> registries) {
        this.registries = registries;
    }

    void count(ProblemDetail problem) {
        var properties = problem.getProperties();
        var code = (properties == null ? Map.of() : properties).get(CODE);
        if (code != null) {
            byCode.computeIfAbsent(code.toString(), _ -> counter(code.toString(), problem.getStatus()))
                    .increment();
        }
    }

    private Counter counter(String code, int status) {
        return Counter.builder("frontrow.problems")
                .description("Problems that were answered")
                .tag(CODE, code)
                .tag("status", Integer.toString(status))
                .register(registries.getIfUnique(SimpleMeterRegistry::new));
    }
}
