package dev.frontrow.queue.application.admitting;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.domain.Line;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Moves each line in a transaction of its own, so that one that is locked or out of order holds up no other. When there is
 * no connection to the database to begin one with, none is tried further.
 */
@Service
class AdmitWaitingService implements AdmitWaiting {

    private static final Logger log = LoggerFactory.getLogger(AdmitWaitingService.class);

    private final Lines lines;
    private final AdmissionStep steps;
    private final Set<ConcertId> stuck = ConcurrentHashMap.newKeySet();

    AdmitWaitingService(Lines lines, AdmissionStep steps) {
        this.lines = lines;
        this.steps = steps;
    }

    @Override
    public void admit() {
        RuntimeException failure = null;
        for (var line : lines.all()) {
            if (mayMove(line)) {
                try {
                    line.apply(steps.admit(line.concertId()));
                    stuck.remove(line.concertId());
                } catch (DataAccessException | IllegalStateException ofThisLine) {
                    if (stuck.add(line.concertId())) {
                        log.warn("The line of concert {} does not move: {}", line.concertId(), ofThisLine.toString());
                    }
                    failure = ofThisLine;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static boolean mayMove(Line line) {
        var terms = line.terms();
        return line.hasWaiting() && (terms == null || !terms.settings().paused());
    }
}
