package dev.frontrow.queue.application;

import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.domain.Line;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;

/**
 * Moves each line in a transaction of its own, so that one that is locked or out of order holds up no other. When the
 * database is away, none is tried further.
 */
@Service
class AdmitWaitingService implements AdmitWaiting {

    private final Lines lines;
    private final AdmissionStep steps;

    AdmitWaitingService(Lines lines, AdmissionStep steps) {
        this.lines = lines;
        this.steps = steps;
    }

    @Override
    public int admit() {
        int admitted = 0;
        DataAccessException failure = null;
        for (var line : lines.all()) {
            if (mayMove(line)) {
                try {
                    var changes = steps.admit(line.concertId());
                    line.apply(changes);
                    admitted += changes.size();
                } catch (TransientDataAccessException | DataIntegrityViolationException ofThisLine) {
                    failure = ofThisLine;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return admitted;
    }

    private static boolean mayMove(Line line) {
        var terms = line.terms();
        return line.hasWaiting() && (terms == null || !terms.settings().paused());
    }
}
