package dev.frontrow.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.Problem;
import dev.frontrow.edge.ShopProblem;
import dev.frontrow.edge.problem.ProblemCatalogue.Entry;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponse;

class ProblemDescriptionTests {

    private static final Entry SOLD_OUT = entry(
            ShopProblem.SOLD_OUT,
            ShopProblem.SOLD_OUT
                    .because(ShopProblem.SOLD_OUT.statement().example())
                    .header("Retry-After", "9")
                    .property("left", 0)
                    .build());
    private static final Entry TOO_MANY = entry(
            ShopProblem.TOO_MANY,
            ShopProblem.TOO_MANY
                    .because(ShopProblem.TOO_MANY.statement().example())
                    .build());

    @Test
    void showsAProblemAsItIsAnswered() {
        var response = ProblemDescription.of(List.of(SOLD_OUT), Set.of());

        assertThat(response.getDescription()).isEqualTo("`sold-out`: It is gone; ask again tomorrow.");
        assertThat(response.getContent().keySet()).containsExactly("application/problem+json");
        assertThat(form(response).getSchema().get$ref()).isEqualTo("#/components/schemas/ProblemDetail");
        assertThat(form(response).getExamples()).isNull();
        assertThat(form(response).getExample())
                .isEqualTo(Map.of(
                        "type", "/problems/sold-out",
                        "title", "Sold out",
                        "status", 409,
                        "detail", "There is none left.",
                        "instance", "/api/v1/…",
                        "code", "sold-out",
                        "left", 0));
    }

    @Test
    void showsSeveralOfOneStatusByTheirCodes() {
        var response = ProblemDescription.of(List.of(SOLD_OUT, TOO_MANY), Set.of());

        assertThat(response.getDescription())
                .isEqualTo("`sold-out`: It is gone; ask again tomorrow. `too-many`: Take <less>.");
        assertThat(form(response).getExample()).isNull();
        assertThat(form(response).getExamples().keySet()).containsExactly("sold-out", "too-many");
    }

    @Test
    void namesTheHeadersThatTheAnswerHas() {
        assertThat(ProblemDescription.of(List.of(TOO_MANY), Set.of()).getHeaders())
                .isNull();
        assertThat(ProblemDescription.of(List.of(SOLD_OUT), Set.of())
                        .getHeaders()
                        .get("Retry-After")
                        .getDescription())
                .isEqualTo("After how many seconds to repeat");
        assertThat(ProblemDescription.of(List.of(TOO_MANY, SOLD_OUT), Set.of())
                        .getHeaders()
                        .get("Retry-After")
                        .getDescription())
                .isEqualTo("After how many seconds to repeat, with `sold-out`");
    }

    @Test
    void saysOfEachProblemWhetherItTellsWhenToRepeat() {
        var unavailable = entry(
                GeneralProblem.UNAVAILABLE,
                GeneralProblem.UNAVAILABLE
                        .because(GeneralProblem.UNAVAILABLE.statement().example())
                        .build());

        assertThat(retryAfter(SOLD_OUT, unavailable)).isEqualTo("After how many seconds to repeat");
        assertThat(retryAfter(SOLD_OUT, TOO_MANY, unavailable))
                .isEqualTo("After how many seconds to repeat, with `sold-out`, `unavailable`");
    }

    private static String retryAfter(Entry... entries) {
        return ProblemDescription.of(List.of(entries), Set.of())
                .getHeaders()
                .get("Retry-After")
                .getDescription();
    }

    @Test
    void namesTheHeadersThatTheServiceAddsToGeneralProblems() {
        assertThat(headers(GeneralProblem.UNAVAILABLE)).containsExactly("Retry-After");
        assertThat(headers(GeneralProblem.RATE_LIMITED)).containsExactly("Retry-After");
        assertThat(headers(GeneralProblem.UNAUTHENTICATED)).containsExactly("WWW-Authenticate");
        assertThat(headers(GeneralProblem.FORBIDDEN)).containsExactly("WWW-Authenticate");
        assertThat(headers(GeneralProblem.METHOD_NOT_ALLOWED)).containsExactly("Allow");
    }

    private static Iterable<String> headers(GeneralProblem general) {
        var answer = general.because(general.statement().example()).build();
        return ProblemDescription.of(List.of(entry(general, answer)), Set.of(general))
                .getHeaders()
                .keySet();
    }

    private static Entry entry(Problem<?> problem, ErrorResponse answer) {
        return new Entry(problem, answer);
    }

    private static MediaType form(ApiResponse response) {
        return response.getContent().get("application/problem+json");
    }
}
