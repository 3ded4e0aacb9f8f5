package dev.frontrow.point.adapter.in.web;

import dev.frontrow.edge.ProblemAdvice;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import dev.frontrow.point.domain.InsufficientPoints;
import dev.frontrow.point.domain.PointRefused;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers point's refusals, also where they end a payment. */
@Component
class PointProblems implements ProblemAdvice<PointRefused> {

    @Override
    public PointProblem[] problems() {
        return PointProblem.values();
    }

    @Override
    public ErrorResponse answer(PointRefused refused) {
        var answer = switch (refused) {
            case ChargeLimitExceeded tooMuch ->
                PointProblem.CHARGE_LIMIT_EXCEEDED
                        .because(refused)
                        .property("limit", tooMuch.limit().amount());
            case BalanceLimitExceeded tooMuch ->
                PointProblem.BALANCE_LIMIT_EXCEEDED
                        .because(refused)
                        .property("limit", tooMuch.limit().amount())
                        .property("balance", tooMuch.balance().amount());
            case InsufficientPoints tooFew ->
                PointProblem.INSUFFICIENT_POINTS
                        .because(refused)
                        .property("required", tooFew.required().amount())
                        .property("balance", tooFew.balance().amount());
        };
        return answer.build();
    }
}
