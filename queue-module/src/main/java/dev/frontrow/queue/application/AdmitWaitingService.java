package dev.frontrow.queue.application;

import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.domain.Line;
import org.springframework.stereotype.Service;

/** Moves each line in a transaction of its own, so that one that can't move holds up no other. */
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
        for (var line : lines.all()) {
            if (mayMove(line)) {
                var changes = steps.admit(line.concertId());
                line.apply(changes);
                admitted += changes.size();
            }
        }
        return admitted;
    }

    private static boolean mayMove(Line line) {
        var terms = line.terms();
        return line.hasWaiting() && (terms == null || !terms.settings().paused());
    }
}
