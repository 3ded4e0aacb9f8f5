package dev.frontrow.queue.application.joining;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.edge.AfterCommit;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.TokenBucket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Opens the line of a concert when somebody first comes to it. */
@Component
public class LineOpening {

    private final ConcertSales sales;
    private final LineRegister register;
    private final LineSettings defaults;
    private final TokenBucket bucket;
    private final Set<ConcertId> opened = ConcurrentHashMap.newKeySet();

    LineOpening(ConcertSales sales, LineRegister register, QueueProperties properties) {
        this.sales = sales;
        this.register = register;
        this.defaults = new LineSettings(properties.maxActive(), properties.admissionsPerSecond(), false);
        this.bucket = TokenBucket.first(defaults.admissionsPerSecond(), properties.admissionInterval());
    }

    /**
     * The sale of a concert, a second ago at most.
     *
     * @throws ConcertNotFound if there is no such concert
     */
    ConcertSale saleOf(ConcertId concertId) {
        return sales.ofConcert(concertId).orElseThrow(ConcertNotFound::new);
    }

    /**
     * Sees to it that the line is open, and tells the sale as it is now.
     *
     * @throws ConcertNotFound if there is no such concert
     */
    ConcertSale open(ConcertId concertId) {
        return open(sales.current(concertId).orElseThrow(ConcertNotFound::new));
    }

    /**
     * Sees to it that the line is open of a concert that may be hidden.
     *
     * @throws ConcertNotFound if there is no such concert
     */
    public void openEvenIfHidden(ConcertId concertId) {
        open(sales.evenIfHidden(concertId).orElseThrow(ConcertNotFound::new));
    }

    /** Sees to it that the line is open. Costs nothing when this instance has done so before. */
    ConcertSale open(ConcertSale sale) {
        if (!opened.contains(sale.concertId())) {
            register.open(sale, defaults, bucket);
            AfterCommit.run(() -> opened.add(sale.concertId()));
        }
        return sale;
    }
}
