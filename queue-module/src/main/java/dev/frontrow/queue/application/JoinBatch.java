package dev.frontrow.queue.application;

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
import java.util.Set;
import java.util.stream.Collectors;
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
     * Gives each user a token, or finds the live one.
     *
     * @param userIds different ones, in the order in which they came
     */
    @Transactional
    public Written write(ConcertSale sale, List<String> userIds) {
        var concertId = sale.concertId();
        long lastNumber = tokens.lockEnd(concertId);
        tokens.endOver(concertId, userIds);
        var entrance = tokens.look(concertId, userIds);
        Set<String> present = entrance.live().stream().map(Issued::userId).collect(Collectors.toSet());
        var absent = userIds.stream().filter(user -> !present.contains(user)).toList();
        Map<String, QueueRefused> refused = new HashMap<>();
        if (absent.isEmpty()) {
            return new Written(entrance.live(), List.of(), refused);
        }
        if (!entrance.saleOpen()) {
            var refusal =
                    new SaleNotOpen(concertId, sale.nextOpening(entrance.at()).orElse(null));
            absent.forEach(user -> refused.put(user, refusal));
            return new Written(entrance.live(), List.of(), refused);
        }
        entrance.leaving().forEach(user -> refused.put(user, new JoiningUnavailable()));
        absent = absent.stream()
                .filter(user -> !entrance.leaving().contains(user))
                .toList();
        long room = Math.max(0, waitingMax - lines.of(concertId).waitingAtMost(lastNumber));
        var admissible = new ArrayList<>(absent.subList(0, (int) Math.min(room, absent.size())));
        absent.subList(admissible.size(), absent.size()).forEach(user -> refused.put(user, new QueueFull(concertId)));
        var issued = admissible.isEmpty() ? List.<Issued>of() : tokens.issue(concertId, lastNumber, admissible);
        if (issued.size() != admissible.size()) {
            throw new IllegalStateException(
                    "issued " + issued.size() + " tokens of concert " + concertId + " to " + admissible.size());
        }
        return new Written(entrance.live(), issued, refused);
    }

    /** What became of each user: found with a live token, given one, or refused. */
    record Written(List<Issued> found, List<Issued> issued, Map<String, QueueRefused> refused) {}
}
