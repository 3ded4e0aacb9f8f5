package dev.frontrow.queue.application.ending;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.EndingTokens.Ending;
import dev.frontrow.queue.domain.Line;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.springframework.stereotype.Service;

/** Tidies up in small steps, each a statement and a transaction of its own. */
@Service
class SweepLinesService implements SweepLines {

    private static final int BATCH_SIZE_MAX = 2_000;
    private static final int BATCHES_MAX = 10;
    private static final Duration STEP_RETENTION_MIN = Duration.ofHours(1);

    private final EndingTokens tokens;
    private final EndedTokens ended;
    private final Lines lines;
    private final DatabaseClock clock;
    private final QueueProperties properties;

    SweepLinesService(
            EndingTokens tokens, EndedTokens ended, Lines lines, DatabaseClock clock, QueueProperties properties) {
        this.tokens = tokens;
        this.ended = ended;
        this.lines = lines;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public void sweep() {
        end(tokens::endOver);
        var closed = closed();
        if (!closed.isEmpty()) {
            end(countMax -> tokens.endClosed(closed, countMax));
        }
        repeat(countMax -> tokens.deleteEnded(properties.endedRetention(), countMax));
        var twiceActive = properties.activeTtl().multipliedBy(2);
        var stepRetention = twiceActive.compareTo(STEP_RETENTION_MIN) > 0 ? twiceActive : STEP_RETENTION_MIN;
        repeat(countMax -> tokens.deleteSteps(stepRetention, countMax));
    }

    /** The lines whose last sale has closed and in which somebody waits, as far as this instance knows. */
    private List<ConcertId> closed() {
        var now = clock.now();
        return lines.all().stream()
                .filter(line -> line.hasWaiting() && line.hasClosed(now))
                .map(Line::concertId)
                .toList();
    }

    private void end(IntFunction<List<Ending>> step) {
        repeat(countMax -> ended.apply(step.apply(countMax)));
    }

    private static void repeat(IntUnaryOperator step) {
        int done = BATCH_SIZE_MAX;
        for (int i = 0; i < BATCHES_MAX && done == BATCH_SIZE_MAX; i++) {
            done = step.applyAsInt(BATCH_SIZE_MAX);
        }
    }
}
