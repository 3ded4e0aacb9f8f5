package dev.frontrow.queue.application.admitting;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.Refuses;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.Admission;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.application.port.out.ActiveTokens.Seen;
import dev.frontrow.queue.domain.PollPace;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers from the database whether a token is active, and marks its first use: one statement to check, two to lock, and one
 * more at the first use.
 */
@Service
@Refuses({QueueTokenRequired.class, QueueTokenInvalid.class, QueueTokenWaiting.class, QueueTokenExpired.class})
class AdmissionsService implements Admissions {

    private final TokenSigner signer;
    private final ActiveTokens tokens;
    private final Lines lines;
    private final FirstUses firstUses;
    private final PollPace pace;

    AdmissionsService(
            TokenSigner signer, ActiveTokens tokens, Lines lines, FirstUses firstUses, QueueProperties properties) {
        this.signer = signer;
        this.tokens = tokens;
        this.lines = lines;
        this.firstUses = firstUses;
        this.pace = properties.pollPace();
    }

    @Override
    public Admission check(@Nullable String queueToken, UserId userId, ConcertId concertId) {
        var id = own(queueToken, userId, concertId);
        return admission(id, () -> tokens.find(id, userId));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Admission lock(@Nullable String queueToken, UserId userId, ConcertId concertId) {
        var id = own(queueToken, userId, concertId);
        return admission(id, () -> tokens.lock(id, userId));
    }

    private TokenId own(@Nullable String queueToken, UserId userId, ConcertId concertId) {
        var claims = signer.read(queueToken);
        if (!claims.id().concertId().equals(concertId) || !claims.belongsTo(userId)) {
            throw new QueueTokenInvalid();
        }
        return claims.id();
    }

    private Admission admission(TokenId id, Supplier<Optional<Seen>> look) {
        var seen = look.get().orElseThrow(QueueTokenExpired::new);
        var active = active(id, seen);
        if (active.noShowAt() == null) {
            return new Admission(id.reference(), seen.at());
        }
        var usedAt = tokens.markUsed(id);
        if (usedAt.isPresent()) {
            var used = new Active(active.expiresAt(), null);
            lines.applyWhenCertain(id, used);
            firstUses.keepThoughUndone(id, used);
            return new Admission(id.reference(), usedAt.get());
        }
        return usedAlready(id, look.get().orElseThrow(QueueTokenExpired::new));
    }

    /** Between the look and the mark the token was used by another request, or ended. */
    private Admission usedAlready(TokenId id, Seen seen) {
        if (active(id, seen).noShowAt() != null) {
            throw new QueueTokenExpired();
        }
        return new Admission(id.reference(), seen.at());
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
