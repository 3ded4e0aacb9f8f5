package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTests {

    private final List<String> done = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new Noting(done));

    @Test
    void isAtOnceWhereThereIsNoTransaction() {
        AfterCommit.run(() -> done.add("counted"));

        assertThat(done).containsExactly("counted");
    }

    @Test
    void isOnceTheTransactionHasCommitted() {
        transaction.executeWithoutResult(_ -> {
            AfterCommit.run(() -> done.add("counted"));
            AfterCommit.run(() -> done.add("remembered"));
            done.add("worked");
        });

        assertThat(done).containsExactly("worked", "committed", "counted", "remembered");
    }

    @Test
    void isNeverWhereItIsRolledBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    AfterCommit.run(() -> done.add("counted"));
                    throw new IllegalStateException();
                }));

        assertThat(done).containsExactly("rolled back");
    }

    /** Transactions of nothing. */
    private static final class Noting extends AbstractPlatformTransactionManager {

        private final transient List<String> done;

        Noting(List<String> done) {
            this.done = done;
        }

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            done.add("committed");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            done.add("rolled back");
        }
    }
}
