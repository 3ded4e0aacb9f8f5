package dev.frontrow.queue.application.admitting;

import static java.util.Objects.requireNonNull;

import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState.Active;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has first uses count although the transaction in which the tokens were used was undone: whoever tries for seats in vain is
 * there all the same.
 *
 * <p>Best effort: a few at a time, outside the request; if it can't be done, the next use counts.
 */
@Component
class FirstUses {

    private static final Logger log = LoggerFactory.getLogger(FirstUses.class);
    private static final int UNDER_WAY_MAX = 4;

    private final ActiveTokens tokens;
    private final Lines lines;
    private final Semaphore underWay = new Semaphore(UNDER_WAY_MAX);

    FirstUses(ActiveTokens tokens, Lines lines) {
        this.tokens = tokens;
        this.lines = lines;
    }

    /** Marks first uses once more if the transaction that is under way is undone. */
    void keepThoughUndone(Map<TokenId, Active> used) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK && underWay.tryAcquire()) {
                    Thread.ofVirtual().name("queue-first-use").start(() -> mark(used));
                }
            }
        });
    }

    private void mark(Map<TokenId, Active> used) {
        try {
            for (var id : tokens.markUsed(used.keySet()).keySet()) {
                lines.of(id.concertId()).apply(List.of(new TokenChange(id.number(), requireNonNull(used.get(id)))));
            }
        } catch (DataAccessException notNow) {
            log.info(
                    "First uses of {} tokens are not marked: {}",
                    used.size(),
                    notNow.getClass().getSimpleName());
        } finally {
            underWay.release();
        }
    }
}
