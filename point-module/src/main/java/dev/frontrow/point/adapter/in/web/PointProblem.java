package dev.frontrow.point.adapter.in.web;

import dev.frontrow.edge.Problem;
import dev.frontrow.payment.Points;
import dev.frontrow.point.domain.BalanceLimitExceeded;
import dev.frontrow.point.domain.ChargeLimitExceeded;
import dev.frontrow.point.domain.InsufficientPoints;
import dev.frontrow.point.domain.PointRefused;
import org.springframework.http.HttpStatus;

/** Why a balance is not changed. */
enum PointProblem implements Problem<PointRefused> {
    CHARGE_LIMIT_EXCEEDED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Charge limit exceeded",
            """
            One charge can't be of more points than the member limit says. Charge less, or in several charges.""",
            new ChargeLimitExceeded(new Points(2_000_000), new Points(1_000_000))),
    BALANCE_LIMIT_EXCEEDED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Balance limit exceeded",
            """
            With this charge the account would hold more points than the member limit says. The member balance \
            is what it holds now. Charge less.""",
            new BalanceLimitExceeded(new Points(200_000), new Points(99_900_000), new Points(100_000_000))),
    INSUFFICIENT_POINTS(
            HttpStatus.PAYMENT_REQUIRED,
            "Insufficient points",
            """
            The payment takes more points (member required) than the account holds (member balance). Nothing was \
            paid and the seats are still held. Charge the difference and pay again before the hold is over.""",
            new InsufficientPoints(new Points(160_000), new Points(40_000)));

    private final Statement<PointRefused> statement;

    PointProblem(HttpStatus status, String title, String meaning, PointRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<PointRefused> statement() {
        return statement;
    }
}
