package dev.frontrow.queue.application.admitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.LockWaits;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.memory.DatabaseClock;
import dev.frontrow.queue.application.memory.Lines;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** How fast a line moves, whoever ticks and whatever the clock does. */
@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class AdmissionRateTests {

    private final AdmitWaiting admit;
    private final ChangeLine change;
    private final FollowLines follow;
    private final PlaceViews places;
    private final Lines lines;
    private final DatabaseClock clock;
    private final ApplicationContext application;
    private final TestQueue queue;

    AdmissionRateTests(
            AdmitWaiting admit,
            ChangeLine change,
            FollowLines follow,
            PlaceViews places,
            Lines lines,
            DatabaseClock clock,
            ApplicationContext application,
            TestQueue queue) {
        this.admit = admit;
        this.change = change;
        this.follow = follow;
        this.places = places;
        this.lines = lines;
        this.clock = clock;
        this.application = application;
        this.queue = queue;
    }

    @Test
    void keepsTheRateWhenManyTickAtOnce() {
        var concert = queue.openConcert();
        change.change(concert, _ -> new LineSettings(100, 3, false), null);
        queue.crowd(concert, 40);
        long began;
        try (var second = SecondInstance.start(application)) {
            var otherAdmit = second.getBean(AdmitWaiting.class);
            var ticks = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 6; i++) {
                ticks.add(Executors.callable(admit::admit));
                ticks.add(Executors.callable(otherAdmit::admit));
            }
            began = System.nanoTime();
            leaveInBucket(concert, 3, "0 seconds");
            AtOnce.all(ticks);
        }
        double seconds = secondsSince(began);

        assertThat(queue.numbers(concert, "ACTIVE").size()).isBetween(3, (int) (3 + 3 * seconds));
    }

    @Test
    void keepsFractionsOfAPlaceForTheNextTick() {
        var concert = queue.openConcert();
        change.change(concert, _ -> new LineSettings(100, 2, false), null);
        queue.tokens(concert, 5);
        long began = System.nanoTime();
        leaveInBucket(concert, 1.25, "0 seconds");

        admit.admit();

        assertThat(bucket(concert)).isBetween(0.0, 1.0);
        assertThat(queue.numbers(concert, "ACTIVE").size() + bucket(concert))
                .isBetween(1.25, 1.25 + 2 * secondsSince(began));
    }

    @Test
    void losesNothingOfItsRateWhileAStepIsUnderWay() throws InterruptedException {
        var concert = queue.openConcert();
        change.change(concert, _ -> new LineSettings(100, 2, false), null);
        queue.tokens(concert, 5);
        leaveInBucket(concert, 0, "1 second");

        var step = Thread.ofVirtual().unstarted(admit::admit);
        var whileUnderWay = queue.transaction().execute(_ -> {
            queue.jdbc().sql("lock table queue.token in share mode").update();
            step.start();
            LockWaits.await(queue.jdbc(), "update queue.token");
            return time("select clock_timestamp() as time", concert);
        });
        step.join();

        assertThat(queue.numbers(concert, "ACTIVE")).isNotEmpty();
        assertThat(time("select bucket_at as time from queue.line where concert_id = :concert", concert))
                .isBefore(whileUnderWay);
    }

    @Test
    void goesOnAtItsRateAndWarnsWhenTheDatabasesClockWentBack(CapturedOutput output) {
        var concert = queue.openConcert();
        change.change(concert, _ -> new LineSettings(100, 2, false), null);
        queue.tokens(concert, 5);
        long began = System.nanoTime();
        leaveInBucket(concert, 0, "-1 hour");

        admit.admit();
        assertThat(queue.numbers(concert, "ACTIVE")).isEmpty();
        assertThat(output.getOut()).containsPattern("The database's clock went back by 3[56]\\d\\d s");
        letPass("1 second", concert);
        admit.admit();

        assertThat(queue.numbers(concert, "ACTIVE")).hasSizeBetween(2, 2 + (int) (2 * secondsSince(began)));
    }

    @Test
    void keepsNoTimeThatIsStillToComeWhenTheSettingsChange() {
        var concert = queue.openConcert();
        change.change(concert, _ -> new LineSettings(100, 2, false), null);
        queue.tokens(concert, 5);
        long began = System.nanoTime();
        leaveInBucket(concert, 0, "-1 hour");

        change.change(concert, _ -> new LineSettings(100, 3, false), null);
        letPass("1 second", concert);
        admit.admit();

        assertThat(queue.numbers(concert, "ACTIVE")).hasSizeBetween(3, 3 + (int) (3 * secondsSince(began)));
    }

    @Test
    void countsWhatWasGainedBeforeAChangeAtTheFormerRate() {
        var concert = queue.openConcert();
        change.change(concert, _ -> new LineSettings(100, 100, false), null);
        leaveInBucket(concert, 1, "500 milliseconds");

        change.change(concert, _ -> new LineSettings(100, 1, true), null);
        assertThat(bucket(concert)).isBetween(51.0, 100.0);

        leaveInBucket(concert, 1, "500 milliseconds");
        change.change(concert, _ -> new LineSettings(100, 100, false), null);
        assertThat(bucket(concert)).as("nothing is gained while paused").isEqualTo(1);
    }

    @Test
    void estimatesTheWaitOnceTheLineMoves() {
        var concert = queue.openConcert();
        var settings = new LineSettings(100, 1, false);
        change.change(concert, _ -> settings, null);
        var tokens = queue.tokens(concert, 5);
        var followedBefore = clock.now().minusSeconds(10);
        lines.of(concert).follow(List.of(), 0, new LineTerms(settings, 0, Instant.MAX, 0), followedBefore);
        assertThat(places.current(tokens.get(4)).estimatedWaitSeconds()).isNull();

        admit.admit();
        follow.follow();

        assertThat(places.current(tokens.get(4)).estimatedWaitSeconds()).isBetween(30L, 300L);
    }

    private void leaveInBucket(ConcertId concert, double level, String ago) {
        queue.execute(
                "update queue.line set bucket = " + level + ", bucket_at = statement_timestamp() - interval '" + ago
                        + "' where concert_id = :concert",
                concert);
    }

    private void letPass(String time, ConcertId concert) {
        queue.execute(
                "update queue.line set bucket_at = bucket_at - interval '" + time + "' where concert_id = :concert",
                concert);
    }

    private Instant time(String sql, ConcertId concert) {
        return queue.jdbc()
                .sql(sql)
                .param("concert", concert.value())
                .query((row, n) -> DatabaseTime.instant(row, "time"))
                .single();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private double bucket(ConcertId concert) {
        return queue.jdbc()
                .sql("select bucket from queue.line where concert_id = :concert")
                .param("concert", concert.value())
                .query((row, n) -> row.getDouble("bucket"))
                .single();
    }
}
