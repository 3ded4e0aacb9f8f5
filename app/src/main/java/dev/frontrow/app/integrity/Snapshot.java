package dev.frontrow.app.integrity;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One consistent view of the database, for reads that belong together. */
@Component
class Snapshot {

    private final TransactionTemplate transaction;

    Snapshot(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    <T> T read(Supplier<T> reads) {
        return Objects.requireNonNull(transaction.execute(status -> reads.get()));
    }
}
