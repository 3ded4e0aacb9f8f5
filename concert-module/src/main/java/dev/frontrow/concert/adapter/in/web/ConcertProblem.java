package dev.frontrow.concert.adapter.in.web;

import dev.frontrow.concert.ChangeNotAllowed;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.ConcertRefused;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.Problem;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What is refused about concerts and schedules, also by those who ask about them. */
enum ConcertProblem implements Problem<ConcertRefused> {
    CONCERT_NOT_FOUND(HttpStatus.NOT_FOUND, "Concert not found", """
            No concert has this id. List the concerts (GET /api/v1/concerts) and use an id from there.""", new ConcertNotFound()),
    SCHEDULE_NOT_FOUND(HttpStatus.NOT_FOUND, "Schedule not found", """
            There is no schedule of this id. Read the concert again: it lists all of its schedules.""", new ScheduleNotFound()),
    SALE_NOT_OPEN(
            HttpStatus.CONFLICT,
            "Sale not open",
            """
            No sale is open at this moment. Where a line was to be joined (POST /api/v1/queue-tokens), the \
            member salesOpenAt says when the next one opens, or is null where none will; everywhere else the \
            concert's schedules say from when until when. Come back then.""",
            SaleNotOpen.of(
                    new ConcertSale(
                            ConcertId.of("5f0c4a52-6a3c-4b52-9d0e-0f6a3b1c2d4e"),
                            List.of(new SaleWindow(
                                    Instant.parse("2026-11-01T01:00:00Z"), Instant.parse("2026-12-24T09:00:00Z")))),
                    Instant.parse("2026-10-31T12:00:00Z"))),
    CHANGE_NOT_ALLOWED(
            HttpStatus.CONFLICT,
            "Change not allowed",
            """
            What is published can't be changed in this way, or not any more, and nothing was. The member errors names each \
            field and the reason. Leave those fields out, and send the rest again.""",
            new ChangeNotAllowed(
                    List.of(new FieldProblem("schedules[0].startsAt", "can't be moved any more, as it has begun"))));

    private final Statement<ConcertRefused> statement;

    ConcertProblem(HttpStatus status, String title, String meaning, ConcertRefused example) {
        this.statement = new Statement<>(status, title, meaning, example);
    }

    @Override
    public Statement<ConcertRefused> statement() {
        return statement;
    }
}
