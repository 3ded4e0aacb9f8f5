package dev.frontrow.queue.application.admitting;

import static java.util.stream.Collectors.toCollection;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.domain.Line;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Moves many lines in one transaction, so that none waits for another's commit. Where one is out of order, the others are
 * moved without it, each in a transaction of its own. When there is no connection to the database to begin one with, none is
 * tried further.
 */
@Service
class AdmitWaitingService implements AdmitWaiting {

    private static final Logger log = LoggerFactory.getLogger(AdmitWaitingService.class);
    private static final int LINES_MAX = 200;

    private final Lines lines;
    private final AdmissionStep steps;
    private final Set<ConcertId> stuck = ConcurrentHashMap.newKeySet();

    AdmitWaitingService(Lines lines, AdmissionStep steps) {
        this.lines = lines;
        this.steps = steps;
    }

    @Override
    public void admit() {
        var next = lines.all().stream()
                .filter(AdmitWaitingService::mayMove)
                .map(Line::concertId)
                .collect(toCollection(ArrayDeque::new));
        var alone = new ArrayDeque<ConcertId>();
        RuntimeException failure = null;
        while (!next.isEmpty() || !alone.isEmpty()) {
            var together = next.isEmpty() ? first(1, alone) : first(LINES_MAX, next);
            try {
                next.addAll(move(together));
            } catch (DataAccessException | IllegalStateException failed) {
                if (together.size() > 1) {
                    alone.addAll(together);
                } else {
                    tell(together.getFirst(), failed);
                    failure = failed;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private List<ConcertId> move(List<ConcertId> together) {
        var moved = steps.admit(together);
        moved.admitted().forEach((concertId, changes) -> lines.of(concertId).apply(changes));
        together.forEach(stuck::remove);
        return moved.later();
    }

    private void tell(ConcertId concertId, RuntimeException failure) {
        if (stuck.add(concertId)) {
            log.warn("The line of concert {} does not move: {}", concertId, failure.toString());
        }
    }

    private static List<ConcertId> first(int countMax, Queue<ConcertId> queue) {
        return Stream.generate(queue::remove)
                .limit(Math.min(countMax, queue.size()))
                .toList();
    }

    private static boolean mayMove(Line line) {
        var terms = line.terms();
        return line.hasWaiting() && (terms == null || !terms.settings().paused());
    }
}
