package dev.frontrow.queue.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.out.LineRegister;
import dev.frontrow.queue.domain.LineSettings;
import org.springframework.stereotype.Service;

@Service
class ChangeLineService implements ChangeLine {

    private final LineOpening opening;
    private final LineRegister register;
    private final Lines lines;
    private final QueueProperties properties;

    ChangeLineService(LineOpening opening, LineRegister register, Lines lines, QueueProperties properties) {
        this.opening = opening;
        this.register = register;
        this.lines = lines;
        this.properties = properties;
    }

    @Override
    public void change(ConcertId concertId, LineSettings settings) {
        opening.open(opening.saleOf(concertId));
        lines.of(concertId).apply(register.change(concertId, settings, properties.admissionInterval()));
    }
}
