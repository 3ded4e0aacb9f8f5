package dev.frontrow.queue.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ConcertSale;
import dev.frontrow.queue.application.port.out.JoiningTokens;
import dev.frontrow.queue.application.port.out.JoiningTokens.Issued;
import dev.frontrow.queue.domain.QueueRefused;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import dev.frontrow.queue.domain.QueueRefused.SaleNotOpen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down many who join one line at the same time.
 *
 * <p>The one use case whose transaction serves many callers: one commit costs as much for a hundred as for one. Its four
 * statements run under the lock of the line's end, which is held until the commit, so numbers become visible in order and
 * without gaps; admission has a row of its own and is not held up.
 */
@Component
class JoinBatch {

    private final JoiningTokens tokens;
    private final Lines lines;
    private final int waitingMax;

    JoinBatch(JoiningTokens tokens, Lines lines, QueueProperties properties) {
        this.tokens = tokens;
        this.lines = lines;
        this.waitingMax = properties.maxWaiting();
    }

    /**
     * Gives each user a token, or finds the live one: one after another, as they came.
     *
     * @param userIds different ones, in the order in which they came
     */
    @Transactional
    public Written write(ConcertSale sale, List<String> userIds) {
        var concertId = sale.concertId();
        long lastNumber = tokens.lockEnd(concertId);
        tokens.endOver(concertId, userIds);
        var entrance = tokens.look(concertId, userIds);
        var found = byUser(entrance.live());
        long room = Math.max(0, waitingMax - lines.of(concertId).waitingAtMost(lastNumber));
        Map<String, QueueRefused> refused = new HashMap<>();
        List<String> newcomers = new ArrayList<>();
        for (var user : userIds) {
            if (found.containsKey(user)) {
                continue;
            }
            if (!entrance.saleOpen()) {
                var opensAt = sale.nextOpening(entrance.at()).orElse(null);
                refused.put(user, new SaleNotOpen(concertId, opensAt));
            } else if (entrance.leaving().contains(user)) {
                refused.put(user, new JoiningUnavailable());
            } else if (newcomers.size() >= room) {
                refused.put(user, new QueueFull(concertId));
            } else {
                newcomers.add(user);
            }
        }
        var issued = newcomers.isEmpty() ? List.<Issued>of() : tokens.issue(concertId, lastNumber, newcomers);
        if (issued.size() != newcomers.size()) {
            throw new IllegalStateException(
                    "issued " + issued.size() + " tokens of concert " + concertId + " to " + newcomers.size());
        }
        return new Written(found, byUser(issued), refused);
    }

    private static Map<String, Issued> byUser(List<Issued> tokens) {
        return tokens.stream().collect(toMap(Issued::userId, identity()));
    }

    /** What became of each user: found with a live token, given one, or refused. */
    record Written(Map<String, Issued> found, Map<String, Issued> issued, Map<String, QueueRefused> refused) {}
}
