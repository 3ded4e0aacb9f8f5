package dev.frontrow.queue.application.memory;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.Announcements;
import dev.frontrow.queue.SeatCount;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.GiveUpPlace;
import dev.frontrow.queue.application.query.Place;
import dev.frontrow.queue.application.query.PlaceViews;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those in line are told of the seats. */
@ModuleTest
class AnnouncedSeatsTests {

    private final Announcements announcements;
    private final AdmitWaiting admit;
    private final GiveUpPlace giveUp;
    private final FollowLines follow;
    private final PlaceViews places;
    private final DatabaseClock clock;
    private final TestQueue queue;

    AnnouncedSeatsTests(
            Announcements announcements,
            AdmitWaiting admit,
            GiveUpPlace giveUp,
            FollowLines follow,
            PlaceViews places,
            DatabaseClock clock,
            TestQueue queue) {
        this.announcements = announcements;
        this.admit = admit;
        this.giveUp = giveUp;
        this.follow = follow;
        this.places = places;
        this.clock = clock;
        this.queue = queue;
    }

    @BeforeEach
    void readTheClock() {
        follow.follow();
    }

    @AfterEach
    void sayNothing() {
        announcements.announce(Map.of());
    }

    @Test
    void tellsThoseWhoWaitAndThoseWhoAreLetIn() {
        var concert = queue.fastLine(1);
        var first = queue.token(ANN, concert);
        var second = queue.token(BOB, concert);
        admit.admit();
        assertThat(places.current(first))
                .extracting(Place::status, Place::seats)
                .containsExactly(Place.Status.ACTIVE, null);

        var seats = announce(concert, Duration.ZERO);

        assertThat(places.current(first))
                .extracting(Place::status, Place::seats)
                .containsExactly(Place.Status.ACTIVE, seats);
        assertThat(places.current(second))
                .extracting(Place::status, Place::seats)
                .containsExactly(Place.Status.WAITING, seats);
        assertThat(queue.join().join(BOB, concert).place().seats()).isEqualTo(seats);
    }

    @Test
    void tellsNothingOfAConcertThatIsNotAnnouncedAnyMore() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        announce(concert, Duration.ZERO);
        announce(queue.openConcert(), Duration.ZERO);

        assertThat(seats(token)).isNull();
    }

    @Test
    void tellsNothingThatIsMoreThanTwoSecondsOld() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);

        announce(concert, Duration.ofMillis(500));
        assertThat(seats(token)).isNotNull();
        announce(concert, Duration.ofMillis(2_001));
        assertThat(seats(token)).isNull();
        announce(concert, Duration.ofSeconds(-3)); // counted by a clock that went back since
        assertThat(seats(token)).isNull();
    }

    @Test
    void tellsNothingToWhoseTokenHasEnded() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        announce(concert, Duration.ZERO);

        giveUp.giveUp(token, ANN);

        assertThat(places.current(token))
                .extracting(Place::status, Place::seats)
                .containsExactly(Place.Status.EXPIRED, null);
    }

    @Test
    void awaitsNewsOfThoseConcertsAloneInWhoseLinesSomebodyIs() {
        var waiting = queue.openConcert();
        queue.token(ANN, waiting);
        var active = queue.fastLine(1);
        queue.token(ANN, active);
        admit.admit();
        var left = queue.openConcert();
        giveUp.giveUp(queue.token(ANN, left), ANN);
        var closed = queue.openConcert();
        queue.token(ANN, closed);
        queue.sell(closed, window(Duration.ofHours(-2), Duration.ofHours(-1)));
        follow.follow();

        assertThat(announcements.awaited()).contains(waiting, active).doesNotContain(left, closed);
    }

    private SeatCount announce(ConcertId concertId, Duration age) {
        var seats = new SeatCount(3, 12, clock.now().minus(age));
        announcements.announce(Map.of(concertId, seats));
        return seats;
    }

    private @Nullable SeatCount seats(String token) {
        return places.current(token).seats();
    }
}
