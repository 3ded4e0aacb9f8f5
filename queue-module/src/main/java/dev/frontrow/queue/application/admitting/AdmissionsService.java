package dev.frontrow.queue.application.admitting;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Outcome;
import dev.frontrow.edge.Outcome.Done;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.application.port.out.ActiveTokens.Seen;
import dev.frontrow.queue.domain.PollPace;
import dev.frontrow.queue.domain.QueueRefused;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenExpired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenRequired;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenWaiting;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenSigner;
import dev.frontrow.queue.domain.TokenState.Active;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whether a token is active, and marks its first use. To check one takes a statement, unless it is known to be in use;
 * to lock takes two, however many; first uses take one more.
 */
@Service
@Refuses({QueueTokenRequired.class, QueueTokenInvalid.class, QueueTokenWaiting.class, QueueTokenExpired.class})
class AdmissionsService implements Admissions {

    private final TokenSigner signer;
    private final ActiveTokens tokens;
    private final Lines lines;
    private final DatabaseClock clock;
    private final FirstUses firstUses;
    private final PollPace pace;

    AdmissionsService(
            TokenSigner signer,
            ActiveTokens tokens,
            Lines lines,
            DatabaseClock clock,
            FirstUses firstUses,
            QueueProperties properties) {
        this.signer = signer;
        this.tokens = tokens;
        this.lines = lines;
        this.clock = clock;
        this.firstUses = firstUses;
        this.pace = properties.pollPace();
    }

    @Override
    public Admission check(@Nullable String queueToken, UserId userId, ConcertId concertId) {
        var id = own(new Pass(queueToken, userId, concertId));
        var now = clock.now();
        return isInUse(id, now) ? new Admission(id.reference(), now) : ask(id, userId);
    }

    /** Whether this instance knows the token to be active and used: nothing is left to ask or to mark then. */
    private boolean isInUse(TokenId id, Instant now) {
        return lines.of(id.concertId()).look(id.number(), now) instanceof Active(var _, var noShowAt)
                && noShowAt == null;
    }

    private Admission ask(TokenId id, UserId userId) {
        var seen = tokens.find(id, userId).orElseThrow(QueueTokenExpired::new);
        var active = active(id, seen);
        if (active.noShowAt() == null) {
            return new Admission(id.reference(), seen.at());
        }
        var usedAt = tokens.markUsed(List.of(id)).get(id);
        if (usedAt != null) {
            lines.applyWhenCertain(id, used(active));
            return new Admission(id.reference(), usedAt);
        }
        return usedAlready(id, tokens.find(id, userId).orElseThrow(QueueTokenExpired::new));
    }

    /** Between the look and the mark the token was used by another request, or ended. */
    private Admission usedAlready(TokenId id, Seen seen) {
        if (active(id, seen).noShowAt() != null) {
            throw new QueueTokenExpired();
        }
        return new Admission(id.reference(), seen.at());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome<Admission>> lock(List<Pass> passes) {
        var shown = passes.stream()
                .map(pass -> Outcome.of(QueueRefused.class, () -> own(pass)))
                .toList();
        var owners = new HashMap<TokenId, UserId>();
        for (int i = 0; i < passes.size(); i++) {
            if (shown.get(i) instanceof Done<TokenId>(var id)) {
                owners.put(id, passes.get(i).userId());
            }
        }
        var seen = owners.isEmpty() ? Map.<TokenId, Seen>of() : tokens.lock(owners);
        var late = markFirstUses(seen);
        return shown.stream()
                .map(own -> own.then(id -> Outcome.of(QueueRefused.class, () -> admission(id, seen.get(id), late))))
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void awaitActionsOf(UserId userId, ConcertId concertId) {
        tokens.lockActiveOf(userId, concertId);
    }

    private Admission admission(TokenId id, @Nullable Seen seen, Set<TokenId> late) {
        if (seen == null || late.contains(id)) {
            throw new QueueTokenExpired();
        }
        active(id, seen);
        return new Admission(id.reference(), seen.at());
    }

    /** Marks the first uses, and tells which of them come too late. */
    private Set<TokenId> markFirstUses(Map<TokenId, Seen> seen) {
        var unused = new HashMap<TokenId, Active>();
        seen.forEach((id, token) -> {
            if (token.state() instanceof Active active && active.noShowAt() != null) {
                unused.put(id, used(active));
            }
        });
        if (unused.isEmpty()) {
            return Set.of();
        }
        var marked = tokens.markUsed(unused.keySet());
        var late = new HashSet<>(unused.keySet());
        late.removeAll(marked.keySet());
        unused.keySet().retainAll(marked.keySet());
        unused.forEach(lines::applyWhenCertain);
        firstUses.keepThoughUndone(unused);
        return late;
    }

    private TokenId own(Pass pass) {
        var claims = signer.read(pass.queueToken());
        if (!claims.id().concertId().equals(pass.concertId()) || !claims.belongsTo(pass.userId())) {
            throw new QueueTokenInvalid();
        }
        return claims.id();
    }

    private static Active used(Active active) {
        return new Active(active.expiresAt(), null);
    }

    private Active active(TokenId id, Seen seen) {
        return switch (seen.state()) {
            case Active active -> active;
            case Ended _ -> throw new QueueTokenExpired();
            case Waiting waiting -> {
                var line = lines.of(id.concertId());
                line.apply(List.of(new TokenChange(id.number(), waiting)));
                long position = line.position(id.number());
                throw new QueueTokenWaiting(position, pace.waiting(position));
            }
        };
    }
}
