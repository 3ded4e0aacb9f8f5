package dev.frontrow.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.Problem;
import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.edge.ShopProblem;
import dev.frontrow.edge.ShopRefused;
import dev.frontrow.edge.ShopRefused.SoldOut;
import dev.frontrow.edge.ShopRefused.TooMany;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;

class ProblemCatalogueTests {

    private static final ProblemAdvice<ShopRefused> SHOP = advice(refused -> switch (refused) {
        case SoldOut _ -> ShopProblem.SOLD_OUT.because(refused).build();
        case TooMany many ->
            ShopProblem.TOO_MANY
                    .because(refused)
                    .property("limit", many.limit())
                    .build();
    });

    @ParameterizedTest
    @EnumSource
    void knowsAllGeneralProblems(GeneralProblem general) {
        assertThat(catalogue().find(general.code()))
                .hasValueSatisfying(entry -> assertThat(entry.problem()).isEqualTo(general));
    }

    @Test
    void knowsWhatTheModulesState() {
        var entry = catalogue(SHOP).find("too-many").orElseThrow();

        assertThat(entry.problem()).isEqualTo(ShopProblem.TOO_MANY);
        assertThat(entry.example().getBody().getDetail()).isEqualTo("There are at most 4.");
        assertThat(entry.example().getBody().getProperties()).isEqualTo(Map.of("code", "too-many", "limit", 4));
    }

    @Test
    void listsThemByCode() {
        assertThat(catalogue(SHOP).all())
                .extracting(ProblemCatalogue.Entry::code)
                .isSorted()
                .contains("sold-out", "too-many")
                .hasSize(GeneralProblem.values().length + ShopProblem.values().length);
    }

    @Test
    void findsAProblemByWhatItIsRefusedWith() {
        var catalogue = catalogue(SHOP, new RequestProblems());

        assertThat(catalogue.of(SoldOut.class)).isEqualTo(catalogue.find("sold-out"));
        assertThat(catalogue.of(IdempotencyKeyReused.class)).isEqualTo(catalogue.find("idempotency-key-reused"));
        assertThat(catalogue.of(InvalidRequest.class)).isEqualTo(catalogue.find("invalid-request"));
        assertThat(catalogue.of(ArithmeticException.class)).isEmpty();
    }

    @Test
    void refusesTwoModulesThatStateOneCode() {
        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(SHOP, SHOP))
                .withMessageContaining("sold-out");
        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new OfAGeneralCode()))
                .withMessageContaining("not-found");
    }

    @Test
    void refusesAnAdviceThatAnswersAnExampleWithAnotherProblem() {
        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(
                        advice(refused -> ShopProblem.SOLD_OUT.because(refused).build())))
                .withMessageContainingAll("too-many", "sold-out");
    }

    @Test
    void refusesAnAdviceThatAnswersAnExampleWithoutACode() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        catalogue(advice(refused -> ErrorResponse.create(refused, HttpStatus.CONFLICT, "no code"))))
                .withMessageContaining("sold-out");
    }

    private static ProblemCatalogue catalogue(ProblemAdvice<?>... advices) {
        return new ProblemCatalogue(List.of(advices));
    }

    private static ProblemAdvice<ShopRefused> advice(Function<ShopRefused, ErrorResponse> answers) {
        return new ProblemAdvice<>() {
            @Override
            public ShopProblem[] problems() {
                return ShopProblem.values();
            }

            @Override
            public ErrorResponse answer(ShopRefused refused) {
                return answers.apply(refused);
            }
        };
    }

    private enum GeneralCode implements Problem<ShopRefused> {
        NOT_FOUND;

        @Override
        public Statement<ShopRefused> statement() {
            return new Statement<>(HttpStatus.NOT_FOUND, "Not found", "It is not there.", new SoldOut());
        }
    }

    private static final class OfAGeneralCode implements ProblemAdvice<ShopRefused> {

        @Override
        public GeneralCode[] problems() {
            return GeneralCode.values();
        }

        @Override
        public ErrorResponse answer(ShopRefused refused) {
            return GeneralCode.NOT_FOUND.because(refused).build();
        }
    }
}
