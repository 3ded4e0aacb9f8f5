package dev.frontrow.queue.application.ending;

import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState.Ended;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EndPaidTokenService implements EndPaidToken {

    private final EndingTokens tokens;
    private final Lines lines;

    EndPaidTokenService(EndingTokens tokens, Lines lines) {
        this.tokens = tokens;
        this.lines = lines;
    }

    @Override
    @Transactional
    public Outcome tokenPaidWith(String admission) {
        var id = TokenId.parse(admission);
        if (id.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        if (!tokens.endPaid(id.get())) {
            return Outcome.ENDED_BEFORE;
        }
        lines.applyWhenCertain(id.get(), new Ended(EndReason.PAID));
        return Outcome.ENDED;
    }
}
