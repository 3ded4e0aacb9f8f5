package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.ConcertRefused;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.InvalidRequest;
import dev.frontrow.edge.ProblemAdvice;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Answers what is refused about concerts and schedules, in whichever module. */
@Component
class ConcertProblems implements ProblemAdvice<ConcertRefused> {

    @Override
    public ConcertProblem[] problems() {
        return ConcertProblem.values();
    }

    @Override
    public ErrorResponse answer(ConcertRefused refused) {
        var answer = switch (refused) {
            case ConcertNotFound _ -> ConcertProblem.CONCERT_NOT_FOUND.because(refused);
            case ScheduleNotFound _ -> ConcertProblem.SCHEDULE_NOT_FOUND.because(refused);
            case ChangeNotAllowed forbidden ->
                ConcertProblem.CHANGE_NOT_ALLOWED.because(refused).property(InvalidRequest.ERRORS, forbidden.errors());
            case SaleNotOpen closed -> {
                var problem = ConcertProblem.SALE_NOT_OPEN.because(refused);
                yield closed.isOfWholeConcert()
                        ? problem.property("salesOpenAt", closed.nextOpening().orElse(null))
                        : problem;
            }
        };
        return answer.build();
    }
}
