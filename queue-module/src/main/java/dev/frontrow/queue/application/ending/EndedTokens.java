package dev.frontrow.queue.application.ending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.out.EndingTokens.Ending;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Ended;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings this instance's memory up with tokens that it has just ended. */
@Component
class EndedTokens {

    private final Lines lines;

    EndedTokens(Lines lines) {
        this.lines = lines;
    }

    /** Applies endings that are committed, and tells how many there were. */
    int apply(List<Ending> endings) {
        endings.stream()
                .collect(groupingBy(
                        ending -> ending.id().concertId(),
                        mapping(ending -> new TokenChange(ending.id().number(), new Ended(ending.reason())), toList())))
                .forEach((concertId, changes) -> lines.of(concertId).apply(changes));
        return endings.size();
    }
}
