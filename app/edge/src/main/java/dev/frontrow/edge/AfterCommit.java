package dev.frontrow.edge;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does what must not be done before it is certain, such as counting or remembering. */
public final class AfterCommit {

    private AfterCommit() {}

    /**
     * Runs it once the transaction under way has committed, and never if it does not; at once where there is none. It must not
     * fail: the caller would take for undone what is done.
     */
    public static void run(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
