package dev.frontrow.queue.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.application.query.LineFigures;
import dev.frontrow.queue.application.query.Lineup;
import dev.frontrow.queue.domain.LineSettings;
import org.springframework.stereotype.Service;

@Service
class ChangeLineService implements ChangeLine {

    private final LineOpening opening;
    private final LineRegister register;
    private final Lineup lineup;
    private final QueueProperties properties;

    ChangeLineService(LineOpening opening, LineRegister register, Lineup lineup, QueueProperties properties) {
        this.opening = opening;
        this.register = register;
        this.lineup = lineup;
        this.properties = properties;
    }

    @Override
    public LineFigures change(ConcertId concertId, LineSettings settings) {
        opening.open(opening.saleOf(concertId));
        register.change(concertId, settings, properties.admissionInterval());
        return lineup.of(concertId);
    }
}
