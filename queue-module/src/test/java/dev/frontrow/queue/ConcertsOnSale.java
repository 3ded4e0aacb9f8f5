package dev.frontrow.queue;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Stands in for the concert module: knows what tests put on sale. */
@Component
class ConcertsOnSale implements ConcertSales {

    private final Map<ConcertId, ConcertSale> sales = new ConcurrentHashMap<>();

    void put(ConcertSale sale) {
        sales.put(sale.concertId(), sale);
    }

    @Override
    public Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId) {
        return Optional.empty();
    }

    @Override
    public Optional<ConcertSale> ofConcert(ConcertId concertId) {
        return Optional.ofNullable(sales.get(concertId));
    }
}
