package dev.frontrow.queue.application.admitting;

import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.ActiveTokens;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenState.Active;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has a first use count although what the token was used for was refused, and its transaction undone: whoever tries for
 * seats that are taken is there all the same.
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

    /** Marks the first use once more if the transaction that is under way is undone; does nothing outside one. */
    void keepThoughUndone(TokenId id, Active used) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK && underWay.tryAcquire()) {
                    Thread.ofVirtual().name("queue-first-use").start(() -> mark(id, used));
                }
            }
        });
    }

    private void mark(TokenId id, Active used) {
        try {
            if (tokens.markUsed(id).isPresent()) {
                lines.of(id.concertId()).apply(List.of(new TokenChange(id.number(), used)));
            }
        } catch (DataAccessException notNow) {
            log.info("A token's first use is not marked: {}", notNow.getClass().getSimpleName());
        } finally {
            underWay.release();
        }
    }
}
