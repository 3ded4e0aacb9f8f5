package dev.frontrow.queue.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.application.query.LineFigures;
import dev.frontrow.queue.application.query.Lineup;
import org.springframework.stereotype.Service;

/** Shows a line's figures, opening the line if nobody has come to it yet. */
@Service
class LineupInMemory implements Lineup {

    private final LineOpening opening;
    private final LineRegister register;
    private final Lines lines;
    private final DatabaseClock clock;

    LineupInMemory(LineOpening opening, LineRegister register, Lines lines, DatabaseClock clock) {
        this.opening = opening;
        this.register = register;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public LineFigures of(ConcertId concertId) {
        opening.open(opening.saleOf(concertId));
        var totals = register.find(concertId)
                .orElseThrow(() -> new IllegalStateException("line " + concertId + " was opened and is gone"));
        var line = lines.of(concertId);
        line.apply(totals.terms());
        var settings = totals.terms().settings();
        var now = clock.now();
        return new LineFigures(
                concertId,
                settings.maxActive(),
                settings.admissionsPerSecond(),
                settings.paused(),
                line.waiting(now),
                line.active(now),
                totals.terms().admittedTotal(),
                totals.expired(),
                totals.completed());
    }
}
