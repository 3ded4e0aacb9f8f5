package dev.frontrow.queue.application.joining;

import dev.frontrow.concert.ConcertSale;
import dev.frontrow.edge.AfterCommit;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.FollowSales;
import dev.frontrow.queue.application.port.out.EndingTokens;
import dev.frontrow.queue.application.port.out.LineRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class FollowSalesService implements FollowSales {

    private final LineOpening opening;
    private final LineRegister register;
    private final EndingTokens tokens;
    private final Lines lines;

    FollowSalesService(LineOpening opening, LineRegister register, EndingTokens tokens, Lines lines) {
        this.opening = opening;
        this.register = register;
        this.tokens = tokens;
        this.lines = lines;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ConcertSale sale) {
        opening.open(sale);
        var terms = register.sell(sale);
        tokens.endBy(sale.concertId(), terms.closesAt());
        AfterCommit.run(() -> lines.of(sale.concertId()).apply(terms));
    }
}
