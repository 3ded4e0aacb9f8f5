package dev.frontrow.queue;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleSale;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Stands in for the concert module: knows what tests put on sale. */
@Component
class ConcertsOnSale implements ConcertSales {

    private final Map<ConcertId, ConcertSale> sales = new ConcurrentHashMap<>();
    private final Set<ConcertId> hidden = ConcurrentHashMap.newKeySet();

    void put(ConcertSale sale) {
        sales.put(sale.concertId(), sale);
    }

    @Override
    public Optional<ScheduleSale> ofSchedule(ScheduleId scheduleId) {
        return Optional.empty();
    }

    /** Has nobody find it any more but admins. */
    void hide(ConcertId concertId) {
        hidden.add(concertId);
    }

    @Override
    public Optional<ConcertSale> ofConcert(ConcertId concertId) {
        return current(concertId);
    }

    @Override
    public Map<ScheduleId, ScheduleSale> current(Collection<ScheduleId> scheduleIds) {
        return Map.of();
    }

    @Override
    public Optional<ConcertSale> current(ConcertId concertId) {
        return evenIfHidden(concertId).filter(_ -> !hidden.contains(concertId));
    }

    @Override
    public Optional<ScheduleSale> evenIfHidden(ScheduleId scheduleId) {
        return Optional.empty();
    }

    @Override
    public Optional<ConcertSale> evenIfHidden(ConcertId concertId) {
        return Optional.ofNullable(sales.get(concertId));
    }

    @Override
    public Map<ConcertId, List<ScheduleId>> open(Collection<ConcertId> concertIds) {
        return Map.of();
    }
}
