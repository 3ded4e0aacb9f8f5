package dev.frontrow.app.database;

import dev.frontrow.concert.ScheduleOpened;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the transaction that creates a schedule the time to write up to 100,000 seats, before they are written. */
@Component
class SeatWriting {

    private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(60);

    private final LongTransactions transactions;

    SeatWriting(LongTransactions transactions) {
        this.transactions = transactions;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ScheduleOpened event) {
        transactions.raiseLimits(STATEMENT_LIMIT);
    }
}
