package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.edge.Problem.Statement;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

class ProblemTests {

    @Test
    void hasItsCodeFromItsName() {
        assertThat(ShopProblem.SOLD_OUT.code()).isEqualTo("sold-out");
        assertThat(GeneralProblem.NOT_FOUND.code()).isEqualTo("not-found");
    }

    @Test
    void answersARefusalWithWhatItSays() {
        var answer = ShopProblem.TOO_MANY
                .because(new ShopRefused.TooMany(3))
                .property("limit", 3)
                .build();
        var problem = answer.getBody();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(problem.getType()).isEqualTo(URI.create("/problems/too-many"));
        assertThat(problem.getTitle()).isEqualTo("Too many");
        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getDetail()).isEqualTo("There are at most 3.");
        assertThat(problem.getProperties()).isEqualTo(Map.of("code", "too-many", "limit", 3));
    }

    @ParameterizedTest
    @EnumSource(HttpStatus.class)
    void hasTheStatusOfAnError(HttpStatus status) {
        if (status.isError()) {
            assertThat(new Statement<>(status, "t", "m", new IllegalStateException()).status())
                    .isEqualTo(status);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Statement<>(status, "t", "m", new IllegalStateException()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void needsATitleAndAMeaning(String blank) {
        var example = new IllegalStateException();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement<>(HttpStatus.CONFLICT, blank, "m", example));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statement<>(HttpStatus.CONFLICT, "t", blank, example));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, UNAUTHENTICATED",
        "404, NOT_FOUND",
        "408, INVALID_REQUEST",
        "418, INVALID_REQUEST",
        "499, INVALID_REQUEST",
        "500, INTERNAL_ERROR",
        "501, INVALID_REQUEST",
        "503, UNAVAILABLE",
        "505, INVALID_REQUEST",
        "507, INTERNAL_ERROR",
        "200, INTERNAL_ERROR"
    })
    void standsForAStatusThatHasNoCodeOfItsOwn(int status, GeneralProblem problem) {
        assertThat(GeneralProblem.of(status)).isEqualTo(problem);
    }

    @ParameterizedTest
    @EnumSource(GeneralProblem.class)
    void saysSomethingWhereNothingIsKnown(GeneralProblem problem) {
        assertThat(problem.defaultDetail()).endsWith(".");
        assertThat(problem.statement().meaning()).endsWith(".").doesNotContain("  ", "- ");
    }

    @Test
    void namesTheErrorsOfAnInvalidRequestOrNone() {
        var errors = List.of(new FieldProblem("a", "m"), new FieldProblem("b", "m"));

        assertThat(GeneralProblem.INVALID_REQUEST
                        .because(new InvalidRequest(errors))
                        .build()
                        .getBody()
                        .getProperties())
                .isEqualTo(Map.of("code", "invalid-request", "errors", errors));
        assertThat(GeneralProblem.INVALID_REQUEST.saying("d").getProperties())
                .isEqualTo(Map.of("code", "invalid-request", "errors", List.of()));
        assertThat(GeneralProblem.FORBIDDEN.saying("d").getProperties()).isEqualTo(Map.of("code", "forbidden"));
    }
}
