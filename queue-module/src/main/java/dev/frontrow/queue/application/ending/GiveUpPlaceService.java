package dev.frontrow.queue.application.ending;

import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.TokenSigner;
import dev.frontrow.queue.domain.TokenState.Ended;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class GiveUpPlaceService implements GiveUpPlace {

    private final TokenSigner signer;
    private final EndingTokens tokens;
    private final Lines lines;

    GiveUpPlaceService(TokenSigner signer, EndingTokens tokens, Lines lines) {
        this.signer = signer;
        this.tokens = tokens;
        this.lines = lines;
    }

    @Override
    @Transactional
    public void giveUp(@Nullable String token, UserId userId) {
        var claims = signer.read(token);
        if (!claims.belongsTo(userId)) {
            throw new QueueTokenInvalid();
        }
        if (tokens.giveUp(claims.id(), userId)) {
            lines.applyWhenCertain(claims.id(), new Ended(EndReason.GIVEN_UP));
        }
    }
}
