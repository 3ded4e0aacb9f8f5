package dev.frontrow.queue.application.admitting;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Version;
import dev.frontrow.queue.application.joining.LineOpening;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.LookAtLine;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.application.query.LineFigures;
import org.springframework.stereotype.Service;

@Service
class LookAtLineService implements LookAtLine {

    private final LineOpening opening;
    private final LineRegister register;
    private final Lines lines;
    private final DatabaseClock clock;

    LookAtLineService(LineOpening opening, LineRegister register, Lines lines, DatabaseClock clock) {
        this.opening = opening;
        this.register = register;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Look look(ConcertId concertId) {
        opening.openEvenIfHidden(concertId);
        var totals = register.find(concertId)
                .orElseThrow(() -> new IllegalStateException("line " + concertId + " was opened and is gone"));
        var line = lines.of(concertId);
        line.apply(totals.terms());
        var settings = totals.terms().settings();
        var now = clock.now();
        var figures = new LineFigures(
                concertId,
                settings.maxActive(),
                settings.admissionsPerSecond(),
                settings.paused(),
                line.waiting(now),
                line.active(now),
                totals.terms().admittedTotal(),
                totals.expired(),
                totals.completed());
        return new Look(figures, new Version(totals.terms().revision()));
    }
}
