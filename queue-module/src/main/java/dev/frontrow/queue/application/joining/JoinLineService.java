package dev.frontrow.queue.application.joining;

import static java.util.Objects.requireNonNull;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Lane;
import dev.frontrow.edge.Lane.Limits;
import dev.frontrow.edge.Lanes;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Outcome.Refused;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.port.out.JoiningTokens.Issued;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenClaims;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenSigner;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;

/** Takes places in line, many at once: a use case that has a lane, whose batches are of one concert. */
@Service
class JoinLineService implements JoinLine {

    private final LineOpening opening;
    private final JoinBatch batches;
    private final Lines lines;
    private final PlaceViews places;
    private final TokenSigner signer;
    private final Lane<Joiner, Granted> lane;

    JoinLineService(
            LineOpening opening,
            JoinBatch batches,
            Lines lines,
            PlaceViews places,
            TokenSigner signer,
            QueueProperties properties,
            Lanes lanes) {
        this.opening = opening;
        this.batches = batches;
        this.lines = lines;
        this.places = places;
        this.signer = signer;
        var limits = new Limits(
                properties.joiningMax(),
                1,
                properties.joinBatchSizeMax(),
                properties.joinWriters(),
                properties.joinTimeout(),
                JoiningUnavailable::new);
        this.lane = lanes.lane("queue-join", limits, Joiner::concertId, this::write);
    }

    @Override
    public Joined join(UserId userId, ConcertId concertId) {
        var granted = lane.ask(() -> {
            opening.saleOf(concertId);
            return new Joiner(userId, concertId);
        });
        return new Joined(places.current(signer.sign(granted.claims)), granted.created);
    }

    /** Of a user who is among them more than once, the first request takes the place, and the others find it. */
    private List<Outcome<Granted>> write(List<Joiner> joiners) {
        var concertId = joiners.getFirst().concertId();
        var userIds = joiners.stream().map(Joiner::userId).toList();
        var written = batches.write(opening.open(concertId), List.copyOf(new LinkedHashSet<>(userIds)));
        remember(concertId, written.placed().values());
        var newcomers = new HashSet<>(written.newcomers());
        return userIds.stream()
                .map(user -> outcome(concertId, user, written, newcomers.remove(user)))
                .toList();
    }

    private void remember(ConcertId concertId, Collection<Issued> tokens) {
        var line = lines.of(concertId);
        line.apply(tokens.stream()
                .map(token -> new TokenChange(token.number(), token.state()))
                .toList());
        tokens.forEach(token -> line.hear(token.number()));
    }

    private static Outcome<Granted> outcome(
            ConcertId concertId, UserId userId, JoinBatch.Written written, boolean created) {
        var token = written.placed().get(userId);
        return token == null
                ? new Refused<>(requireNonNull(written.refused().get(userId)))
                : new Done<>(new Granted(claims(concertId, token), created));
    }

    private static TokenClaims claims(ConcertId concertId, Issued token) {
        return TokenClaims.of(new TokenId(concertId, token.number()), token.issuedAt(), token.userId());
    }

    /** Who wants to join which line. */
    private record Joiner(UserId userId, ConcertId concertId) {}

    /** The user's token, and whether it was issued for this very request. */
    private record Granted(TokenClaims claims, boolean created) {}
}
