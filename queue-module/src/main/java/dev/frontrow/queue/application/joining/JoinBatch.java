package dev.frontrow.queue.application.joining;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.QueueProperties;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.JoiningTokens;
import dev.frontrow.queue.application.port.out.JoiningTokens.Entrance;
import dev.frontrow.queue.application.port.out.JoiningTokens.Issued;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down many who join one line at the same time.
 *
 * <p>The one use case whose transaction serves many callers: one commit costs as much for a hundred as for one. Its three
 * statements, one more where somebody's former token is over and was not swept, run under the lock of the line's end, which
 * is held until the commit, so numbers become visible in order and without gaps; admission has a row of its own and is not
 * held up.
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
    public Written write(ConcertSale sale, List<UserId> userIds) {
        var concertId = sale.concertId();
        long lastNumber = tokens.lockEnd(concertId);
        var entrance = tokens.look(concertId, userIds);
        var leaving = leaving(concertId, entrance);
        Map<UserId, Issued> placed = new HashMap<>();
        entrance.live().forEach(token -> placed.put(token.userId(), token));
        long room = Math.max(0, waitingMax - lines.of(concertId).waitingAtMost(lastNumber));
        Map<UserId, RuntimeException> refused = new HashMap<>();
        List<UserId> newcomers = new ArrayList<>();
        for (var user : userIds) {
            if (placed.containsKey(user)) {
                continue;
            }
            if (!entrance.saleOpen()) {
                refused.put(user, SaleNotOpen.of(sale, entrance.at()));
            } else if (leaving.contains(user)) {
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
        issued.forEach(token -> placed.put(token.userId(), token));
        return new Written(placed, newcomers, refused);
    }

    /** Whose former token is over and can't be ended now. */
    private Set<UserId> leaving(ConcertId concertId, Entrance entrance) {
        if (!entrance.saleOpen() || entrance.over().isEmpty()) {
            return entrance.over();
        }
        var leaving = new HashSet<>(entrance.over());
        leaving.removeAll(tokens.endOver(concertId, entrance.over()));
        return leaving;
    }

    /** What became of each user: has a place, the newcomers by this batch, or is refused one. */
    record Written(Map<UserId, Issued> placed, List<UserId> newcomers, Map<UserId, RuntimeException> refused) {}
}
