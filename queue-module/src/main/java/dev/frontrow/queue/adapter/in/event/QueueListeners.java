package dev.frontrow.queue.adapter.in.event;

import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.in.FollowSales;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** What this module hears. */
@Component
class QueueListeners {

    private static final Logger log = LoggerFactory.getLogger(QueueListeners.class);

    private final EndPaidToken end;
    private final FollowSales followSales;

    QueueListeners(EndPaidToken end, FollowSales followSales) {
        this.end = end;
        this.followSales = followSales;
    }

    /** In the transaction of the one who changes the sale. */
    @EventListener
    void on(SalesChanged event) {
        followSales.follow(event.sale());
    }

    /** In the transaction of the one who cancels the show, before seats follow: tokens come first in the lock order. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ShowCancelled event) {
        followSales.follow(event.sale());
    }

    /**
     * Ends the token that was paid with: after the payment's commit, at least once, in any order. Outside of any transaction,
     * since one that waited for many to be ended together would hold a connection.
     */
    @ApplicationModuleListener(id = "queue.expire-token", propagation = Propagation.NOT_SUPPORTED)
    void on(PaymentCompleted event) {
        switch (end.tokenPaidWith(event.admission())) {
            case ENDED -> log.debug("Payment {} ended its token", event.paymentId());
            case ENDED_BEFORE -> log.debug("The token of payment {} had ended", event.paymentId());
            case NO_PLACE -> log.debug("Payment {} was made without a place in line", event.paymentId());
            case UNREADABLE -> log.error("Payment {} names no token of this line", event.paymentId());
        }
    }
}
