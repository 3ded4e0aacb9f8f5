package dev.frontrow.queue.application.ending;

import static java.util.stream.Collectors.toCollection;

import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lanes;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.EndingTokens.Ending;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;

/** Ends tokens that were paid with, many at once: a use case that has a lane, which gathers, since nobody waits for it. */
@Service
class EndPaidTokenService implements EndPaidToken {

    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final EndingTokens tokens;
    private final EndedTokens ended;
    private final Lane<TokenId, Effect> lane;

    EndPaidTokenService(EndingTokens tokens, EndedTokens ended, Lanes lanes) {
        this.tokens = tokens;
        this.ended = ended;
        this.lane = lanes.lane(
                "queue-end-paid", Limits.usual().unhurried(GATHERING, TIMEOUT), TokenId::concertId, this::end);
    }

    @Override
    public Effect tokenPaidWith(String admission) {
        return admission.isEmpty()
                ? Effect.NO_PLACE
                : TokenId.parse(admission).map(lane::ask).orElse(Effect.UNREADABLE);
    }

    /** Of a token that is among them more than once, the first request ends it, and the others find it ended. */
    private List<Outcome<Effect>> end(List<TokenId> ids) {
        var endings = tokens.endPaid(new LinkedHashSet<>(ids));
        ended.apply(endings);
        var live = endings.stream().map(Ending::id).collect(toCollection(HashSet::new));
        return ids.stream()
                .<Outcome<Effect>>map(id -> new Done<>(live.remove(id) ? Effect.ENDED : Effect.ENDED_BEFORE))
                .toList();
    }
}
