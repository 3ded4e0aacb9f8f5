package dev.frontrow.queue.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenChange;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinesTests {

    private static final Instant CLOSING = Instant.parse("2026-12-24T10:00:00Z");
    private static final LineTerms TERMS = new LineTerms(new LineSettings(1, 1, true), 0, CLOSING, 0);

    private final MeasuredLines measured = new MeasuredLines();
    private final Lines lines = new Lines(new DatabaseClock(), measured);
    private final ConcertId concert = new ConcertId(UUID.randomUUID());

    @Test
    void areMeasuredUntilTheyHaveClosedForLongAndNobodyIsLeft() {
        lines.of(concert).follow(List.of(new TokenChange(1, new Waiting())), 1, TERMS, CLOSING);
        lines.leaveThoseClosed(CLOSING.minusNanos(1));
        lines.leaveThoseClosed(CLOSING);
        assertThat(measured.concertIds()).containsExactly(concert);

        lines.of(concert).follow(List.of(new TokenChange(1, new Ended(null))), 1, TERMS, CLOSING);
        lines.leaveThoseClosed(CLOSING.minusNanos(1));
        assertThat(measured.concertIds()).containsExactly(concert);
        lines.leaveThoseClosed(CLOSING);

        assertThat(measured.concertIds()).isEmpty();
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void answerTheSameWhenTheyAreFollowedNoLonger() {
        var line = lines.of(concert);
        line.follow(List.of(), 7, TERMS, CLOSING);
        lines.leaveThoseClosed(CLOSING);

        assertThat(lines.of(concert)).isSameAs(line);
        assertThat(measured.concertIds()).isEmpty();
    }

    @Test
    void areMeasuredAgainWhenTheyAreOpenOnceMore() {
        lines.of(concert).follow(List.of(), 7, TERMS, CLOSING);
        lines.leaveThoseClosed(CLOSING);

        lines.followed(concert);

        assertThat(measured.concertIds()).containsExactly(concert);
        assertThat(lines.all()).containsExactly(lines.of(concert));
    }
}
