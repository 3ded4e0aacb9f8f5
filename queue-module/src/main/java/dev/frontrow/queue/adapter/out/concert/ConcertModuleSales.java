package dev.frontrow.queue.adapter.out.concert;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.ConcertSales;
import dev.frontrow.queue.application.port.out.Sales;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class ConcertModuleSales implements Sales {

    private final ConcertSales concerts;

    ConcertModuleSales(ConcertSales concerts) {
        this.concerts = concerts;
    }

    @Override
    public Optional<ConcertSale> of(ConcertId concertId) {
        return concerts.ofConcert(concertId);
    }
}
