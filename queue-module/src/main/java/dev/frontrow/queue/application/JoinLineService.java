package dev.frontrow.queue.application;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.port.out.JoiningTokens.Issued;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenClaims;
import dev.frontrow.queue.domain.TokenId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Takes places in line, many at once: a request waits in the waiting room until a writer takes it along in a batch.
 *
 * <p>The writers start before the web server and end after it, so whoever got in is answered.
 */
@Service
class JoinLineService implements JoinLine, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JoinLineService.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final LineOpening opening;
    private final JoinBatch batches;
    private final Lines lines;
    private final PlacesInMemory places;
    private final QueueProperties properties;
    private final WaitingRoom room;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    JoinLineService(
            LineOpening opening, JoinBatch batches, Lines lines, PlacesInMemory places, QueueProperties properties) {
        this.opening = opening;
        this.batches = batches;
        this.lines = lines;
        this.places = places;
        this.properties = properties;
        this.room = new WaitingRoom(properties.joiningMax(), properties.joinBatchSizeMax());
    }

    @Override
    public Joined join(String userId, ConcertId concertId) {
        var request = new JoinRequest(userId, opening.saleOf(concertId));
        room.enter(request);
        var answer = request.await(properties.joinTimeout());
        return new Joined(places.of(answer.claims()), answer.created());
    }

    private void writeBatches() {
        try {
            for (var batch = room.take(); !batch.isEmpty(); batch = room.take()) {
                var sale = batch.getFirst().sale();
                try {
                    write(sale, batch.stream().filter(JoinRequest::isOpen).toList(), false);
                } finally {
                    room.done(sale.concertId());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param again whether this one user's place was tried before */
    private void write(ConcertSale sale, List<JoinRequest> requests, boolean again) {
        if (requests.isEmpty()) {
            return;
        }
        Map<String, List<JoinRequest>> byUser = new LinkedHashMap<>();
        requests.forEach(request -> byUser.computeIfAbsent(request.userId(), user -> new ArrayList<>())
                .add(request));
        try {
            opening.open(sale);
            answer(sale.concertId(), byUser, batches.write(sale, List.copyOf(byUser.keySet())));
        } catch (DataIntegrityViolationException oneOfThem) {
            log.warn(
                    "A batch of joins of {} users {}: {}",
                    byUser.size(),
                    again ? "fails" : "is repeated one by one",
                    oneOfThem.getClass().getSimpleName());
            if (again) {
                requests.forEach(request -> request.fail(new JoiningUnavailable()));
                return;
            }
            boolean alone = byUser.size() == 1;
            byUser.values().forEach(ofOne -> write(sale, ofOne, alone));
        } catch (RuntimeException failed) {
            requests.forEach(request -> request.fail(failed));
        }
    }

    private void answer(ConcertId concertId, Map<String, List<JoinRequest>> byUser, JoinBatch.Written written) {
        var line = lines.of(concertId);
        var changes = new ArrayList<TokenChange>();
        written.issued().forEach(token -> changes.add(new TokenChange(token.number(), token.state())));
        written.found().forEach(token -> changes.add(new TokenChange(token.number(), token.state())));
        line.apply(changes);
        changes.forEach(change -> line.hear(change.number()));
        written.issued().forEach(token -> grant(concertId, token, byUser, true));
        written.found().forEach(token -> grant(concertId, token, byUser, false));
        written.refused()
                .forEach((user, refusal) ->
                        byUser.getOrDefault(user, List.of()).forEach(request -> request.fail(refusal)));
    }

    private static void grant(
            ConcertId concertId, Issued token, Map<String, List<JoinRequest>> byUser, boolean issued) {
        var claims = TokenClaims.of(new TokenId(concertId, token.number()), token.issuedAt(), token.userId());
        boolean created = issued;
        for (var request : byUser.getOrDefault(token.userId(), List.of())) {
            request.grant(claims, created);
            created = false;
        }
    }

    @Override
    public void start() {
        room.open();
        for (int i = 0; i < properties.joinWriters(); i++) {
            writers.add(Thread.ofPlatform().name("queue-join-" + i).daemon().start(this::writeBatches));
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        room.close();
        try {
            for (var writer : writers) {
                if (!writer.join(STOP_TIMEOUT)) {
                    writer.interrupt();
                }
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        writers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 8192;
    }
}
