package dev.frontrow.queue.application.admitting;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.port.out.AdmittingTokens;
import dev.frontrow.queue.application.port.out.AdmittingTokens.Front;
import dev.frontrow.queue.application.port.out.AdmittingTokens.Share;
import dev.frontrow.queue.application.port.out.AdmittingTokens.Step;
import dev.frontrow.queue.application.port.out.AdmittingTokens.Turn;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One step of several lines: whoever is next is let in, as the rate, the cap and the sale of each line allow.
 *
 * <p>Runs under the locks of the lines' rows, which are skipped if another instance holds them, so the rate and the cap hold
 * for all instances together. Waits for nobody's lock: a line comes as far as the first number that somebody else has locked.
 */
@Component
class AdmissionStep {

    private static final Logger log = LoggerFactory.getLogger(AdmissionStep.class);
    private static final int BATCH_SIZE_MAX = 5_000;

    private final AdmittingTokens tokens;
    private final QueueProperties properties;

    AdmissionStep(AdmittingTokens tokens, QueueProperties properties) {
        this.tokens = tokens;
        this.properties = properties;
    }

    /** Moves those lines, as far as one transaction carries. */
    @Transactional
    public Moved admit(List<ConcertId> concertIds) {
        var turns = tokens.takeTurns(concertIds);
        goOnIfTheClockWentBack(turns);
        List<Share> shares = new ArrayList<>();
        List<ConcertId> later = new ArrayList<>();
        int due = 0;
        for (var share : turns.stream().flatMap(this::share).toList()) {
            due += share.countMax();
            if (shares.isEmpty() || due <= BATCH_SIZE_MAX) {
                shares.add(share);
            } else {
                later.add(share.concertId());
            }
        }
        return new Moved(shares.isEmpty() ? Map.of() : admitNext(shares), later);
    }

    private void goOnIfTheClockWentBack(List<Turn> turns) {
        var ahead = turns.stream().filter(turn -> turn.secondsSince() < 0).toList();
        if (ahead.isEmpty()) {
            return;
        }
        int stopped = tokens.fillFromNow(ahead.stream().map(Turn::concertId).toList());
        if (stopped > 0) {
            double seconds =
                    ahead.stream().mapToDouble(Turn::secondsSince).min().orElseThrow();
            log.warn(
                    "The database's clock went back by {} s, as at a failover; {} lines go on at their rates from now on",
                    Math.round(-seconds),
                    stopped);
        }
    }

    /** What is due to a line, or nothing where nobody may be admitted. */
    private Stream<Share> share(Turn turn) {
        var settings = turn.settings();
        var bucket = turn.bucket(properties.admissionInterval());
        int countMax = Math.min(BATCH_SIZE_MAX, Math.min(bucket.due(), settings.maxActive()));
        return settings.paused() || !turn.saleOpen() || countMax == 0
                ? Stream.of()
                : Stream.of(new Share(turn.concertId(), countMax, settings.maxActive(), bucket, turn.secondsFilled()));
    }

    private Map<ConcertId, List<TokenChange>> admitNext(List<Share> shares) {
        var fronts = tokens.lockNext(shares).stream().collect(toMap(Front::concertId, identity()));
        var steps = shares.stream()
                .flatMap(share -> step(share, requireNonNull(fronts.get(share.concertId()))))
                .toList();
        if (steps.isEmpty()) {
            return Map.of();
        }
        var ids = steps.stream()
                .flatMap(step -> LongStream.of(step.numbers()).mapToObj(n -> new TokenId(step.concertId(), n)))
                .toList();
        var admitted = tokens.admit(ids, properties.activeTtl(), properties.noShowAfter());
        int count = admitted.values().stream().mapToInt(List::size).sum();
        if (count != ids.size()) {
            throw new IllegalStateException("of " + ids.size() + " tokens that are locked, " + count + " can be found");
        }
        tokens.record(steps);
        return admitted;
    }

    private static Stream<Step> step(Share share, Front front) {
        var next = front.next();
        return next.length == 0
                ? Stream.of()
                : Stream.of(new Step(
                        share.concertId(),
                        next,
                        front.active(),
                        share.maxActive(),
                        share.bucket().minus(next.length),
                        share.secondsFilled()));
    }

    /**
     * What was done.
     *
     * @param admitted who was admitted, a line
     * @param later lines to which more is due than this transaction had room for
     */
    record Moved(Map<ConcertId, List<TokenChange>> admitted, List<ConcertId> later) {}
}
