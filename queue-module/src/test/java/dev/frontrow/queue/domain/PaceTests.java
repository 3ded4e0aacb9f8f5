package dev.frontrow.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.concert.ConcertId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final Instant NOW = Instant.parse("2026-12-24T10:00:00Z");

    @Test
    void asksOftenAtTheFrontAndSeldomAtTheBack() {
        var pace = PollPace.within(Duration.ofMinutes(10));

        assertThat(pace.waiting(1)).isEqualTo(1);
        assertThat(pace.waiting(5_000)).isEqualTo(11);
        assertThat(pace.waiting(1_000_000)).isEqualTo(30);
        assertThat(pace.active()).isEqualTo(5);
        assertThat(pace.ended()).isEqualTo(30);
    }

    @Test
    void neverAsksSoSeldomThatOneCountsAsGone() {
        assertThat(PollPace.within(Duration.ofSeconds(20)).waiting(1_000_000)).isEqualTo(5);
        assertThat(PollPace.within(Duration.ofSeconds(3)).waiting(1_000_000)).isEqualTo(1);
        assertThat(PollPace.within(Duration.ofSeconds(12)).active()).isEqualTo(3);
    }

    @Test
    void fillsTheBucketAtTheRateAndNoHigherThanOneInterval() {
        var bucket = TokenBucket.of(0.5, 10, Duration.ofSeconds(1));

        assertThat(bucket.due()).isZero();
        assertThat(bucket.after(0.25).due()).isEqualTo(3);
        assertThat(bucket.after(60).due()).isEqualTo(10);
        assertThat(bucket.after(-60).level()).isEqualTo(0.5);
        assertThat(bucket.after(0.1).minus(1).level()).isEqualTo(0.5);
        assertThat(TokenBucket.of(100, 0, Duration.ofSeconds(1)).due()).isZero();
        assertThat(TokenBucket.of(0, 10, Duration.ofSeconds(5)).after(60).due()).isEqualTo(50);
        assertThat(TokenBucket.of(0, 1, Duration.ofMillis(100)).after(60).due()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> bucket.minus(1));
    }

    @Test
    void keepsTheRateWhereLooksAtTheBucketAreNotQuiteAnIntervalApart() {
        for (int perSecond : new int[] {1, 3, 10}) {
            for (double apart : new double[] {0.95, 1.0, 1.1, 1.7}) {
                assertThat(admittedWithin(100, perSecond, apart))
                        .as(perSecond + " a second, looked at every " + apart + " s")
                        .isBetween(99L * perSecond - 2, 101L * perSecond);
            }
        }
    }

    @Test
    void savesNothingUpWhileNobodyCouldBeAdmitted() {
        var full = TokenBucket.of(10, 10, Duration.ofSeconds(1));

        assertThat(full.after(1.5).due()).isEqualTo(10);
        assertThat(full.minus(10).after(1.5).due()).isEqualTo(15);
        assertThat(full.minus(10).after(2.1).due()).isEqualTo(10);
        assertThat(full.minus(9).after(1.5).due()).isEqualTo(10);
    }

    /** As a line with many waiting is admitted to: what is due is taken, and nothing is written down where nothing is. */
    private static long admittedWithin(int seconds, int perSecond, double apart) {
        var bucket = TokenBucket.of(0, perSecond, Duration.ofSeconds(1));
        double since = 0;
        long admitted = 0;
        for (double at = 0; at < seconds; at += apart) {
            since += apart;
            int due = bucket.after(since).due();
            if (due > 0) {
                bucket = TokenBucket.of(bucket.after(since).minus(due).level(), perSecond, Duration.ofSeconds(1));
                admitted += due;
                since = 0;
            }
        }
        return admitted;
    }

    @Test
    void beginsWithWhatASecondBringsAndOneAtLeast() {
        assertThat(TokenBucket.first(10, Duration.ofSeconds(5)).level()).isEqualTo(10);
        assertThat(TokenBucket.first(0, Duration.ofSeconds(1)).level()).isEqualTo(1);
    }

    @Test
    void measuresTheRateOfAdmissions() {
        var rate = new AdmissionRate();
        rate.observe(NOW, 1_000, true);
        assertThat(rate.perSecond()).isEmpty();

        for (int second = 1; second <= 60; second++) {
            rate.observe(NOW.plusSeconds(second), 1_000 + second * 50L, true);
        }
        assertThat(rate.perSecond().orElseThrow()).isBetween(49.0, 54.0);

        rate.observe(NOW.plusSeconds(10_000), 4_000, false);
        assertThat(rate.perSecond().orElseThrow()).isBetween(49.0, 54.0);
    }

    @Test
    void goesOnMeasuringWhenTheClockWentBack() {
        var rate = new AdmissionRate();
        rate.observe(NOW.plusSeconds(3600), 1_000, true);

        for (int second = 0; second <= 60; second++) {
            rate.observe(NOW.plusSeconds(second), 1_000 + second * 50L, true);
        }

        assertThat(rate.perSecond().orElseThrow()).isBetween(49.0, 54.0);
    }

    @Test
    void readsTheReferencesItWroteAndNoOthers() {
        var id = new TokenId(new ConcertId(UUID.randomUUID()), 42);

        assertThat(TokenId.parse(id.reference())).contains(id);
        for (var other : new String[] {
            "",
            "/",
            id.concertId() + "/",
            id.concertId() + "/0",
            id.concertId() + "/-1",
            id.concertId() + "/042",
            id.concertId() + "/99999999999999999999",
            "x/1",
            id.reference() + "/1"
        }) {
            assertThat(TokenId.parse(other)).as(other).isEmpty();
        }
    }
}
