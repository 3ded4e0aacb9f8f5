package dev.frontrow.edge;

import dev.frontrow.edge.ShopRefused.SoldOut;
import dev.frontrow.edge.ShopRefused.TooMany;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A module's advice. */
@RestControllerAdvice
@Order(0)
class ShopProblems implements ProblemAdvice<ShopRefused> {

    @Override
    public ShopProblem[] problems() {
        return ShopProblem.values();
    }

    @Override
    @ExceptionHandler
    public ErrorResponse answer(ShopRefused refused) {
        var answer = switch (refused) {
            case SoldOut _ -> ShopProblem.SOLD_OUT.because(refused).header("Retry-After", "9");
            case TooMany many -> ShopProblem.TOO_MANY.because(refused).property("limit", many.limit());
        };
        return answer.build();
    }
}
