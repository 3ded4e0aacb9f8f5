package dev.frontrow.queue.application.ending;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lanes;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenSigner;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives places up, many at once when thousands hear that nothing is left: a use case that has a lane. */
@Service
class GiveUpPlaceService implements GiveUpPlace {

    private final TokenSigner signer;
    private final EndingTokens tokens;
    private final EndedTokens ended;
    private final Lane<Given, Boolean> lane;

    GiveUpPlaceService(TokenSigner signer, EndingTokens tokens, EndedTokens ended, Lanes lanes) {
        this.signer = signer;
        this.tokens = tokens;
        this.ended = ended;
        this.lane = lanes.lane("queue-give-up", Limits.usual(), given -> given.id, this::end);
    }

    @Override
    public void giveUp(@Nullable String token, UserId userId) {
        lane.ask(() -> {
            var claims = signer.read(token);
            if (!claims.belongsTo(userId)) {
                throw new QueueTokenInvalid();
            }
            return new Given(claims.id(), userId);
        });
    }

    /** A place that was given up before, or has come to another end, is no less gone. */
    private List<Outcome<Boolean>> end(List<Given> asked) {
        var owners = new LinkedHashMap<TokenId, UserId>();
        asked.forEach(given -> owners.put(given.id, given.userId));
        ended.apply(tokens.giveUp(owners));
        return asked.stream().<Outcome<Boolean>>map(_ -> new Done<>(true)).toList();
    }

    /** A place, and whose it is. */
    private record Given(TokenId id, UserId userId) {}
}
