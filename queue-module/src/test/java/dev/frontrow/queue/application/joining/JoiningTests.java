package dev.frontrow.queue.application.joining;

import static dev.frontrow.queue.TestQueue.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.Admissions;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.port.in.EndPaidToken;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.port.in.JoinLine.Joined;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.domain.QueueRefused.ConcertNotFound;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import dev.frontrow.queue.domain.QueueRefused.QueueFull;
import dev.frontrow.queue.domain.QueueRefused.SaleNotOpen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class JoiningTests {

    @Autowired
    JoinLine join;

    @Autowired
    AdmitWaiting admit;

    @Autowired
    FollowLines follow;

    @Autowired
    EndPaidToken end;

    @Autowired
    Admissions admissions;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestQueue queue;

    @Test
    void givesPlacesInTheOrderOfJoining() {
        var concert = queue.openConcert();

        assertThat(join.join("ann", concert).place().position()).isEqualTo(1);
        assertThat(join.join("bob", concert).place().position()).isEqualTo(2);
        assertThat(join.join("ann", concert).place().position()).isEqualTo(1);
    }

    @Test
    void givesOneTokenToAUserWhoJoinsManyTimesAtOnce() {
        var concert = queue.openConcert();

        var joined = AtOnce.times(20, () -> join.join("ann", concert));

        assertThat(joined)
                .extracting(it -> it.place().token())
                .containsOnly(joined.getFirst().place().token());
        assertThat(joined).filteredOn(Joined::created).hasSize(1);
        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
    }

    @Test
    void leavesNoGapsWhenManyJoinTwoInstancesAtOnce() {
        var concert = queue.openConcert();
        try (var second = SecondInstance.start(application)) {
            var otherJoin = second.getBean(JoinLine.class);
            var actions = new ArrayList<Callable<Joined>>();
            for (int i = 0; i < 90; i++) {
                var user = "user-" + i;
                actions.add(() -> join.join(user, concert));
                actions.add(() -> otherJoin.join(user, concert));
            }

            var joined = AtOnce.all(actions);

            assertThat(joined).filteredOn(Joined::created).hasSize(90);
            assertThat(joined.stream().map(it -> it.place().token()).distinct()).hasSize(90);
            assertThat(queue.numbers(concert, "WAITING"))
                    .isEqualTo(LongStream.rangeClosed(1, 90).boxed().toList());
        }
    }

    @Test
    void givesTheSameUserAPlaceInEachLine() {
        var first = join.join("ann", queue.openConcert()).place();
        var second = join.join("ann", queue.openConcert()).place();

        assertThat(first.token()).isNotEqualTo(second.token());
        assertThat(second.position()).isEqualTo(1);
    }

    @Test
    void findsTheActiveTokenOfAUserWhoJoinsAgain() {
        var concert = queue.fastLine(5);
        var token = queue.token("ann", concert);
        admit.admit();

        var again = join.join("ann", concert);

        assertThat(again.created()).isFalse();
        assertThat(again.place().token()).isEqualTo(token);
        assertThat(again.place().status()).isEqualTo(Status.ACTIVE);
        assertThat(again.place().expiresAt()).isNotNull();
    }

    @Test
    void givesANewTokenWhenTheFormerOneIsOverButNotSwept() {
        var concert = queue.fastLine(5);
        var token = queue.token("ann", concert);
        admit.admit();
        queue.execute(
                "update queue.token set expires_at = statement_timestamp() - interval '1 second' where concert_id = :concert",
                concert);

        var again = join.join("ann", concert);

        assertThat(again.created()).isTrue();
        assertThat(again.place().token()).isNotEqualTo(token);
        assertThat(queue.reason(concert, 1)).isEqualTo("TIME");
        assertThat(queue.numbers(concert, "WAITING")).containsExactly(2L);
    }

    @Test
    void waitsForNoTokenWhoseFirstUseIsUnderWay() {
        var concert = queue.fastLine(5);
        var token = queue.token("ann", concert);
        admit.admit();
        queue.letTimeToUseBeOver(concert);

        new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            queue.beginInTime(concert);
            admissions.lock(token, "ann", concert);
            assertThatThrownBy(() -> join.join("ann", concert)).isInstanceOf(JoiningUnavailable.class);
            assertThat(join.join("bob", concert).created()).isTrue();
        });

        var again = join.join("ann", concert);
        assertThat(again.created()).isFalse();
        assertThat(again.place().token()).isEqualTo(token);
        assertThat(again.place().status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void givesANewTokenAfterThePaidOne() {
        var concert = queue.openConcert();
        var token = queue.token("ann", concert);
        end.tokenPaidWith(concert + "/1");

        assertThat(join.join("ann", concert).place().token()).isNotEqualTo(token);
    }

    @Test
    void refusesAnUnknownConcert() {
        assertThatThrownBy(() -> join.join("ann", new ConcertId(UUID.randomUUID())))
                .isInstanceOf(ConcertNotFound.class);
    }

    @Test
    void refusesWhileNoSaleIsOpenAndTellsTheNextOpening() {
        var next = window(Duration.ofHours(1), Duration.ofHours(2));
        var concert = queue.concert(window(Duration.ofHours(-2), Duration.ofHours(-1)), next);

        assertThatThrownBy(() -> join.join("ann", concert))
                .isInstanceOfSatisfying(
                        SaleNotOpen.class,
                        refused -> assertThat(refused.salesOpenAt()).isEqualTo(next.opensAt()));
        assertThat(queue.numbers(concert, "WAITING")).isEmpty();
    }

    @Test
    void refusesAfterTheLastSaleAndTellsThatNoneWillOpen() {
        var concert = queue.concert(window(Duration.ofHours(-2), Duration.ofHours(-1)));

        assertThatThrownBy(() -> join.join("ann", concert))
                .isInstanceOfSatisfying(
                        SaleNotOpen.class,
                        refused -> assertThat(refused.salesOpenAt()).isNull());
    }

    @Test
    void findsALiveTokenBetweenTwoSales() {
        var concert = queue.concert(
                window(Duration.ofHours(-1), Duration.ofHours(1)), window(Duration.ofHours(2), Duration.ofHours(3)));
        var token = queue.token("ann", concert);
        queue.execute(
                "update queue.line set sale = sale - tstzmultirange(tstzrange(null, statement_timestamp() + interval '90 minutes')) where concert_id = :concert",
                concert);

        assertThat(join.join("ann", concert).place().token()).isEqualTo(token);
        assertThatThrownBy(() -> join.join("bob", concert)).isInstanceOf(SaleNotOpen.class);
    }

    @Test
    void failsOnlyTheOneThatCannotBeWritten() {
        var concert = queue.openConcert();
        var actions = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 40; i++) {
            var user = i == 20 ? "nobody\u0000" : "user-" + i;
            actions.add(() -> {
                try {
                    return join.join(user, concert).created();
                } catch (JoiningUnavailable unwritable) {
                    return false;
                }
            });
        }

        assertThat(AtOnce.all(actions)).containsOnlyOnce(false);
        assertThat(queue.numbers(concert, "WAITING"))
                .isEqualTo(LongStream.rangeClosed(1, 39).boxed().toList());
    }

    @Test
    void refusesWhenTheLineIsFullButFindsWhoIsInIt() {
        var concert = queue.openConcert();
        queue.crowd(concert, 199);
        follow.follow();

        assertThat(join.join("ann", concert).place().position()).isEqualTo(200);
        assertThatThrownBy(() -> join.join("bob", concert)).isInstanceOf(QueueFull.class);
        assertThat(join.join("ann", concert).created()).isFalse();
        assertThat(queue.numbers(concert, "WAITING")).hasSize(200);
    }
}
