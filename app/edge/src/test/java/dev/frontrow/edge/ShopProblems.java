package dev.frontrow.edge;

import dev.frontrow.edge.ShopRefused.SoldOut;
import dev.frontrow.edge.ShopRefused.TooMany;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** A module's advice. */
@Component
class ShopProblems implements ProblemAdvice<ShopRefused> {

    @Override
    public ShopProblem[] problems() {
        return ShopProblem.values();
    }

    @Override
    public ErrorResponse answer(ShopRefused refused) {
        var answer = switch (refused) {
            case SoldOut _ -> ShopProblem.SOLD_OUT.because(refused).header("Retry-After", "9");
            case TooMany many -> ShopProblem.TOO_MANY.because(refused).property("limit", many.limit());
        };
        return answer.build();
    }
}
