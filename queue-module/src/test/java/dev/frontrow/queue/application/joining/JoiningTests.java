package dev.frontrow.queue.application.joining;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static dev.frontrow.queue.TestQueue.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertNotFound;
import dev.frontrow.concert.SaleNotOpen;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What users get who join a line, and who gets no place. */
@ModuleTest
class JoiningTests {

    private final JoinLine join;
    private final AdmitWaiting admit;
    private final FollowLines follow;
    private final EndPaidToken end;
    private final TestQueue queue;

    JoiningTests(JoinLine join, AdmitWaiting admit, FollowLines follow, EndPaidToken end, TestQueue queue) {
        this.join = join;
        this.admit = admit;
        this.follow = follow;
        this.end = end;
        this.queue = queue;
    }

    @Test
    void givesPlacesInTheOrderOfJoining() {
        var concert = queue.openConcert();

        assertThat(join.join(ANN, concert).place().position()).isEqualTo(1);
        assertThat(join.join(BOB, concert).place().position()).isEqualTo(2);
        assertThat(join.join(ANN, concert).place().position()).isEqualTo(1);
    }

    @Test
    void givesTheSameUserAPlaceInEachLine() {
        var first = join.join(ANN, queue.openConcert()).place();
        var second = join.join(ANN, queue.openConcert()).place();

        assertThat(first.token()).isNotEqualTo(second.token());
        assertThat(second.position()).isEqualTo(1);
    }

    @Test
    void findsTheActiveTokenOfAUserWhoJoinsAgain() {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();

        var again = join.join(ANN, concert);

        assertThat(again.created()).isFalse();
        assertThat(again.place().token()).isEqualTo(token);
        assertThat(again.place().status()).isEqualTo(Status.ACTIVE);
        assertThat(again.place().expiresAt()).isNotNull();
    }

    @Test
    void givesANewTokenWhenTheFormerOneIsOverButNotSwept() {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();
        queue.execute(
                "update queue.token set expires_at = statement_timestamp() - interval '1 second' where concert_id = :concert",
                concert);

        var again = join.join(ANN, concert);

        assertThat(again.created()).isTrue();
        assertThat(again.place().token()).isNotEqualTo(token);
        assertThat(queue.reason(concert, 1)).isEqualTo("TIME");
        assertThat(queue.numbers(concert, "WAITING")).containsExactly(2L);
    }

    @Test
    void givesANewTokenAfterThePaidOne() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        end.tokenPaidWith(concert + "/1");

        assertThat(join.join(ANN, concert).place().token()).isNotEqualTo(token);
    }

    @Test
    void refusesAnUnknownConcert() {
        assertThatThrownBy(() -> join.join(ANN, new ConcertId(UUID.randomUUID())))
                .isInstanceOf(ConcertNotFound.class);
    }

    @Test
    void refusesWhileNoSaleIsOpenAndTellsTheNextOpening() {
        var next = window(Duration.ofHours(1), Duration.ofHours(2));
        var concert = queue.concert(window(Duration.ofHours(-2), Duration.ofHours(-1)), next);

        assertThatThrownBy(() -> join.join(ANN, concert))
                .isInstanceOfSatisfying(
                        SaleNotOpen.class,
                        refused -> assertThat(refused.nextOpening()).contains(next.opensAt()));
        assertThat(queue.numbers(concert, "WAITING")).isEmpty();
    }

    @Test
    void refusesAfterTheLastSaleAndTellsThatNoneWillOpen() {
        var concert = queue.concert(window(Duration.ofHours(-2), Duration.ofHours(-1)));

        assertThatThrownBy(() -> join.join(ANN, concert))
                .isInstanceOfSatisfying(
                        SaleNotOpen.class,
                        refused -> assertThat(refused.nextOpening()).isEmpty());
    }

    @Test
    void findsALiveTokenBetweenTwoSales() {
        var concert = queue.concert(
                window(Duration.ofHours(-1), Duration.ofHours(1)), window(Duration.ofHours(2), Duration.ofHours(3)));
        var token = queue.token(ANN, concert);
        queue.letFirstSaleBeOver(concert);

        assertThat(join.join(ANN, concert).place().token()).isEqualTo(token);
        assertThatThrownBy(() -> join.join(BOB, concert)).isInstanceOf(SaleNotOpen.class);
    }

    @Test
    void refusesWhenTheLineIsFullButFindsWhoIsInIt() {
        var concert = queue.openConcert();
        queue.crowd(concert, 199);
        follow.follow();

        assertThat(join.join(ANN, concert).place().position()).isEqualTo(200);
        assertThatThrownBy(() -> join.join(BOB, concert)).isInstanceOf(QueueFull.class);
        assertThat(join.join(ANN, concert).created()).isFalse();
        assertThat(queue.numbers(concert, "WAITING")).hasSize(200);
    }
}
