package dev.frontrow.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.TokenState.Active;
import dev.frontrow.queue.domain.TokenState.Ended;
import dev.frontrow.queue.domain.TokenState.Waiting;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTests {

    private static final Instant NOW = Instant.parse("2026-12-24T10:00:00Z");
    private static final Instant CLOSING = NOW.plusSeconds(3600);

    private final Line line = new Line(new ConcertId(UUID.randomUUID()));

    @Test
    void takesANumberItHasNotHeardOfForWaiting() {
        follow(3, waiting(1), waiting(2), waiting(3));

        assertThat(line.look(5, NOW)).isEqualTo(new Waiting());
        assertThat(line.position(5)).isEqualTo(5);
    }

    @Test
    void takesANumberThatItShouldKnowForEnded() {
        follow(3, waiting(1), waiting(3));

        assertThat(line.look(2, NOW)).isEqualTo(new Ended(null));
        assertThat(line.position(3)).isEqualTo(2);
    }

    @Test
    void doesNotTakeAnothersNumbersForEndedBecauseItGaveOutLaterOnes() {
        follow(2, waiting(1), waiting(2));
        line.apply(List.of(waiting(5), waiting(6)));

        assertThat(line.look(3, NOW)).isEqualTo(new Waiting());
        assertThat(line.position(5)).isEqualTo(5);
        assertThat(line.position(7)).isEqualTo(7);
        assertThat(line.waiting(NOW)).isEqualTo(6);
        assertThat(line.waitingAtMost(8)).isEqualTo(8);

        follow(6, waiting(3));

        assertThat(line.look(4, NOW)).isEqualTo(new Ended(null));
        assertThat(line.position(5)).isEqualTo(4);
    }

    @Test
    void takesATokenForEndedWhoseReasonItDoesNotKnow() {
        follow(3, waiting(1), active(2), waiting(3));
        follow(3, ended(1, null), ended(2, null));

        assertThat(line.look(1, NOW)).isEqualTo(new Ended(null));
        assertThat(line.look(2, NOW)).isEqualTo(new Ended(null));
        assertThat(line.active(NOW)).isZero();
        assertThat(line.position(3)).isEqualTo(1);
    }

    @Test
    void neverGoesBackWhateverComesLate() {
        follow(3, waiting(1), waiting(2), waiting(3));
        line.apply(List.of(active(1), ended(2, EndReason.GIVEN_UP)));

        follow(3, waiting(1), waiting(2), waiting(3));
        assertThat(line.look(1, NOW)).isInstanceOf(Active.class);
        assertThat(line.look(2, NOW)).isEqualTo(new Ended(EndReason.GIVEN_UP));

        line.apply(List.of(ended(1, EndReason.PAID)));
        follow(3, active(1));
        assertThat(line.look(1, NOW)).isEqualTo(new Ended(EndReason.PAID));
        assertThat(line.active(NOW)).isZero();
        assertThat(line.position(3)).isEqualTo(1);
    }

    @Test
    void takesSeveralNewsAtOnceAlsoOfOneToken() {
        follow(3, waiting(1), waiting(2), waiting(3));

        line.apply(List.of(ended(1, EndReason.GIVEN_UP), waiting(1), active(2)));

        assertThat(line.look(1, NOW)).isEqualTo(new Ended(EndReason.GIVEN_UP));
        assertThat(line.look(2, NOW)).isInstanceOf(Active.class);
        assertThat(line.position(3)).isEqualTo(1);
    }

    @Test
    void remembersTheFirstUseWhateverComesLate() {
        follow(1, active(1));
        line.apply(List.of(new TokenChange(1, new Active(NOW.plusSeconds(600), null))));
        follow(1, active(1));

        assertThat(line.look(1, NOW.plusSeconds(300))).isInstanceOf(Active.class);
    }

    @Test
    void endsTokensByTimeWithoutBeingTold() {
        follow(3, active(1), new TokenChange(2, new Active(NOW.plusSeconds(600), null)), waiting(3));

        assertThat(line.look(1, NOW.plusSeconds(119))).isInstanceOf(Active.class);
        assertThat(line.look(2, NOW.plusSeconds(600))).isEqualTo(new Ended(EndReason.TIME));
        assertThat(line.look(3, CLOSING.minusNanos(1))).isEqualTo(new Waiting());
        assertThat(line.look(3, CLOSING)).isEqualTo(new Ended(EndReason.SALE_CLOSED));
        assertThat(line.active(NOW.plusSeconds(600))).isZero();
    }

    @Test
    void tellsThatATokenWasNeverUsedOnlyOnceNoUseCanBeUnknown() {
        follow(2, active(1), active(2));
        var after = NOW.plusSeconds(200);

        assertThat(line.look(1, after)).isInstanceOf(Active.class);
        assertThat(line.active(after)).isEqualTo(2);
        line.follow(List.of(), 2, terms(1), NOW.plusSeconds(122).minusNanos(1));
        assertThat(line.look(1, after)).isInstanceOf(Active.class);
        line.follow(
                List.of(new TokenChange(2, new Active(NOW.plusSeconds(600), null))), 2, terms(1), NOW.plusSeconds(122));

        assertThat(line.look(1, after)).isEqualTo(new Ended(EndReason.NO_SHOW));
        assertThat(line.look(2, after)).isInstanceOf(Active.class);
        assertThat(line.active(after)).isEqualTo(1);
    }

    @Test
    void tellsOfNoUseTooEarlyAfterTheClockWentBack() {
        line.follow(List.of(), 0, terms(1), NOW.plusSeconds(3600));
        follow(1, active(1));

        assertThat(line.look(1, NOW.plusSeconds(119))).isInstanceOf(Active.class);
    }

    @Test
    void correctsItselfByAWholeAccount() {
        follow(4, waiting(1), waiting(2), active(3), waiting(4));
        line.apply(List.of(active(1), waiting(6)));

        var draft = new LineAccount.Draft();
        draft.add(1, new Waiting());
        draft.add(4, new Ended(EndReason.ABANDONED));
        draft.add(5, new Waiting());
        line.reconcile(draft.done(), 5, terms(1), NOW);

        assertThat(line.look(1, NOW)).isInstanceOf(Active.class);
        assertThat(line.look(2, NOW)).isEqualTo(new Ended(null));
        assertThat(line.look(3, NOW)).isEqualTo(new Ended(null));
        assertThat(line.look(4, NOW)).isEqualTo(new Ended(EndReason.ABANDONED));
        assertThat(line.position(5)).isEqualTo(1);
        assertThat(line.position(6)).isEqualTo(2);
        assertThat(line.look(6, NOW)).isEqualTo(new Waiting());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void measuresAdmissionsWhileSomebodyWaitsAndTheLineIsNotPaused(boolean byAccounts) {
        rate(byAccounts, 0, true, false, 0);
        assertThat(rate(byAccounts, 10, true, false, 100)).isEqualTo(10);
        assertThat(rate(byAccounts, 30, true, true, 100)).isEqualTo(10);

        var slower = rate(byAccounts, 50, true, false, 100);
        assertThat(slower).isLessThan(2);
        rate(byAccounts, 50, false, false, 100);
        assertThat(rate(byAccounts, 90, false, false, 100)).isEqualTo(slower);
    }

    @Test
    void forgetsReasonsInTwoSteps() {
        follow(1, ended(1, EndReason.PAID));
        line.forgetOldReasons();
        assertThat(line.look(1, NOW)).isEqualTo(new Ended(EndReason.PAID));
        line.forgetOldReasons();
        assertThat(line.look(1, NOW)).isEqualTo(new Ended(null));
    }

    @Test
    void keepsTheNewestSettings() {
        line.apply(terms(2));
        line.apply(terms(1));

        assertThat(line.terms()).isEqualTo(terms(2));
    }

    @Test
    void namesThoseWhoWaitAndWereNotHeardOf() {
        follow(4, waiting(1), waiting(2), waiting(3), active(4));

        assertThat(line.waitingBut(NumberSet.of(2, 7)).first(9, 9)).containsExactly(1, 3);
    }

    @Test
    void handsOverWhoWasHeardOfOnce() {
        line.hear(7);
        line.hear(7);
        line.hear(70_000);

        var heard = line.drainHeard();
        assertThat(heard.first(9, Long.MAX_VALUE)).containsExactly(7, 70_000);
        assertThat(line.drainHeard().isEmpty()).isTrue();
        line.hearAgain(heard);
        assertThat(line.drainHeard().size()).isEqualTo(2);
    }

    @Test
    void tellsThePositionAmongAMillion() {
        line.follow(
                LongStream.rangeClosed(1, 1_000_000)
                        .mapToObj(LineTests::waiting)
                        .toList(),
                1_000_000,
                terms(1),
                NOW);
        line.apply(LongStream.rangeClosed(1, 1_000).mapToObj(LineTests::active).toList());

        assertThat(line.position(1_000_000)).isEqualTo(999_000);
        assertThat(line.position(1_000_001)).isEqualTo(999_001);
        assertThat(line.waiting(NOW)).isEqualTo(999_000);
        assertThat(line.active(NOW)).isEqualTo(1_000);
    }

    /** Counts every byte that is made for it, of which only a part is kept. */
    @Test
    void takesLessThan64MebibytesForAMillionWhoWaitAndAreHeardOf() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var draft = new LineAccount.Draft();
        var numbers = new long[10_000];
        long before = threads.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < 100; i++) {
            long from = 1 + i * 10_000L;
            Arrays.setAll(numbers, n -> from + n);
            draft.addWaiting(numbers);
        }
        line.reconcile(draft.done(), 1_000_000, terms(1), NOW);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
        for (long number = 1; number <= 1_000_000; number++) {
            line.hear(number);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 20);

        assertThat(line.waiting(NOW)).isEqualTo(1_000_000);
        assertThat(line.drainHeard().size()).isEqualTo(1_000_000);
    }

    /** The rate once it is seen, after so many seconds, whether number 1 waits and how many were admitted in all. */
    private double rate(boolean byAccount, long second, boolean waits, boolean paused, long admittedTotal) {
        var terms = new LineTerms(new LineSettings(100, 10, paused), 1, CLOSING, admittedTotal);
        var change = waits ? waiting(1) : ended(1, EndReason.GIVEN_UP);
        if (byAccount) {
            var draft = new LineAccount.Draft();
            draft.add(1, change.state());
            line.reconcile(draft.done(), 1, terms, NOW.plusSeconds(second));
        } else {
            line.follow(List.of(change), 1, terms, NOW.plusSeconds(second));
        }
        return line.admissionsPerSecond().orElse(0);
    }

    private void follow(long lastNumber, TokenChange... changes) {
        line.follow(Arrays.asList(changes), lastNumber, terms(1), NOW);
    }

    private static LineTerms terms(long revision) {
        return new LineTerms(new LineSettings(100, 10, false), revision, CLOSING, 0);
    }

    private static TokenChange waiting(long number) {
        return new TokenChange(number, new Waiting());
    }

    private static TokenChange active(long number) {
        return new TokenChange(number, new Active(NOW.plusSeconds(600), NOW.plusSeconds(120)));
    }

    private static TokenChange ended(long number, @Nullable EndReason reason) {
        return new TokenChange(number, new Ended(reason));
    }
}
