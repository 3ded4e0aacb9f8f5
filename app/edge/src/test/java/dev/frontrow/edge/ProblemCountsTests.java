package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Which problems were answered, and how often. */
class ProblemCountsTests {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ProblemCounts counts = new ProblemCounts(registries());

    private ObjectProvider<MeterRegistry> registries() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("registry", registry);
        return beans.getBeanProvider(MeterRegistry.class);
    }

    @Test
    void areCountedByTheirCode() {
        counts.count(GeneralProblem.FORBIDDEN.saying("once"));
        counts.count(GeneralProblem.FORBIDDEN.saying("twice"));
        counts.count(GeneralProblem.NOT_FOUND.saying("once"));

        assertThat(registry.get("frontrow.problems")
                        .tags("code", "forbidden", "status", "403")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("frontrow.problems")
                        .tags("code", "not-found", "status", "404")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void areNotCountedWithoutACode() {
        counts.count(ProblemDetail.forStatus(HttpStatus.CONFLICT));

        assertThat(registry.getMeters()).isEmpty();
    }
}
