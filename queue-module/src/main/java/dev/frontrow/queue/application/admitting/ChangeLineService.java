package dev.frontrow.queue.application.admitting;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.AfterCommit;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.joining.LineOpening;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.domain.LineSettings;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the settings between two steps of the line, so that what was gained so far counts at the old rate. */
@Service
class ChangeLineService implements ChangeLine {

    private final LineOpening opening;
    private final AdmittingTokens tokens;
    private final LineRegister register;
    private final Lines lines;
    private final QueueProperties properties;

    ChangeLineService(
            LineOpening opening,
            AdmittingTokens tokens,
            LineRegister register,
            Lines lines,
            QueueProperties properties) {
        this.opening = opening;
        this.tokens = tokens;
        this.register = register;
        this.lines = lines;
        this.properties = properties;
    }

    @Override
    @Transactional
    public void change(ConcertId concertId, UnaryOperator<LineSettings> change, @Nullable IfMatch seen) {
        opening.openEvenIfHidden(concertId);
        var turn = tokens.awaitTurn(concertId);
        if (seen != null) {
            seen.check(turn.version());
        }
        var settings = change.apply(turn.settings());
        if (!settings.equals(turn.settings())) {
            var gained = turn.bucket(properties.admissionInterval());
            var terms = register.change(concertId, settings, gained, turn.secondsFilled());
            AfterCommit.run(() -> lines.of(concertId).apply(terms));
        }
    }
}
