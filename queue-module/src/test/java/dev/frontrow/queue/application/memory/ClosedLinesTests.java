package dev.frontrow.queue.application.memory;

import static dev.frontrow.queue.TestQueue.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.SweepLines;
import dev.frontrow.queue.application.port.out.LineChanges;
import dev.frontrow.queue.application.port.out.LineChanges.OpenLine;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.Place.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** A line that has long closed is followed no more, until it opens again. */
@ModuleTest
class ClosedLinesTests {

    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final SweepLines sweep;
    private final LineChanges changes;
    private final ApplicationContext application;
    private final TestQueue queue;

    ClosedLinesTests(
            AdmitWaiting admit,
            FollowLines follow,
            SweepLines sweep,
            LineChanges changes,
            ApplicationContext application,
            TestQueue queue) {
        this.admit = admit;
        this.follow = follow;
        this.sweep = sweep;
        this.changes = changes;
        this.application = application;
        this.queue = queue;
    }

    @Test
    void leavesALineThatHasLongClosedAndAnswersAsBefore() {
        var concert = queue.fastLine(1);
        var tokens = queue.tokens(concert, 2);
        admit.admit();
        close(concert);
        List<Place> before;
        try (var other = OtherInstance.start(application)) {
            before = tokens.stream().map(other::current).toList();
        }
        try (var other = OtherInstance.start(application, "frontrow.queue.closed-retention=1ms")) {
            assertThat(other.followed()).as("somebody is still to be ended").contains(concert);

            sweep.sweep();
            other.follow();
            assertThat(other.followed()).as("why they ended is still known").contains(concert);
            assertThat(tokens.stream().map(other::current)).containsExactlyElementsOf(before);
        }
        queue.execute("delete from queue.token where concert_id = :concert", concert);

        try (var other = OtherInstance.start(application, "frontrow.queue.closed-retention=1ms")) {
            assertThat(other.followed()).doesNotContain(concert);
            assertThat(tokens).allSatisfy(token -> {
                var place = other.current(token);
                assertThat(place.status()).isEqualTo(Status.EXPIRED);
                assertThat(place.reason()).isNull();
            });
            assertThat(changes.lines(Duration.ofMinutes(1), List.of()))
                    .extracting(OpenLine::concertId)
                    .contains(concert);
            queue.execute("""
                    update queue.line set closes_at = statement_timestamp() - interval '2 minutes'
                     where concert_id = :concert
                    """, concert);
            assertThat(changes.lines(Duration.ofMinutes(1), List.of()))
                    .extracting(OpenLine::concertId)
                    .doesNotContain(concert);
            assertThat(changes.lines(Duration.ofMinutes(1), List.of(concert)))
                    .extracting(OpenLine::concertId)
                    .contains(concert);
        }
    }

    @Test
    void followsALineAgainThatIsOpenOnceMore() {
        var concert = queue.openConcert();
        var former = queue.token(ANN, concert);
        close(concert);
        sweep.sweep();
        queue.execute("delete from queue.token where concert_id = :concert", concert);
        try (var other = OtherInstance.start(application, "frontrow.queue.closed-retention=1ms")) {
            assertThat(other.followed()).doesNotContain(concert);
            queue.execute("""
                    update queue.line set closes_at = statement_timestamp() + interval '1 hour'
                     where concert_id = :concert
                    """, concert);
            var token = queue.token(ANN, concert);

            other.follow();

            assertThat(other.followed()).contains(concert);
            assertThat(other.current(token).position()).isEqualTo(1);
            assertThat(other.current(former).status()).isEqualTo(Status.EXPIRED);
        }
    }

    private void close(ConcertId concert) {
        queue.letAllSalesBeOver(concert);
        follow.follow();
    }
}
