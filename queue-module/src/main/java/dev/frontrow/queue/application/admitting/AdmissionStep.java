package dev.frontrow.queue.application.admitting;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.domain.TokenChange;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One step of one line: whoever is next is let in, as the rate, the cap and the sale allow.
 *
 * <p>Runs under the lock of the line's row, which is skipped if another instance holds it, so the rate and the cap hold
 * for all instances together.
 */
@Component
class AdmissionStep {

    private static final int BATCH_SIZE_MAX = 5_000;

    private final AdmittingTokens tokens;
    private final QueueProperties properties;

    AdmissionStep(AdmittingTokens tokens, QueueProperties properties) {
        this.tokens = tokens;
        this.properties = properties;
    }

    /** Who was admitted; nobody where it is another instance's turn. */
    @Transactional
    public List<TokenChange> admit(ConcertId concertId) {
        var found = tokens.takeTurn(concertId);
        if (found.isEmpty() || found.get().settings().paused() || !found.get().saleOpen()) {
            return List.of();
        }
        int maxActive = found.get().settings().maxActive();
        var bucket = found.get().bucket(properties.admissionInterval());
        int countMax = Math.min(bucket.due(), BATCH_SIZE_MAX);
        if (countMax == 0 || maxActive == 0) {
            return List.of();
        }
        var step = tokens.admit(concertId, maxActive, countMax, properties.activeTtl(), properties.noShowAfter());
        int admitted = step.admitted().size();
        if (admitted == 0) {
            return List.of();
        }
        if (admitted > countMax || step.activeBefore() + admitted > maxActive) {
            throw new IllegalStateException("line " + concertId + " would admit " + admitted + " to "
                    + step.activeBefore() + " active, over " + countMax + " or " + maxActive);
        }
        tokens.record(concertId, step, maxActive, bucket.minus(admitted));
        return step.admitted();
    }
}
