package dev.frontrow.queue.application.ending;

import static dev.frontrow.queue.TestQueue.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.RecordPresence;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.EndReason;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** Places that nobody asks about, and the watch that all instances keep over them together. */
@ModuleTest
class AbandoningTests {

    private final FollowLines follow;
    private final RecordPresence presence;
    private final PlaceViews places;
    private final ApplicationContext application;
    private final TestQueue queue;

    AbandoningTests(
            FollowLines follow,
            RecordPresence presence,
            PlaceViews places,
            ApplicationContext application,
            TestQueue queue) {
        this.follow = follow;
        this.presence = presence;
        this.places = places;
        this.application = application;
        this.queue = queue;
    }

    @BeforeEach
    void forgetInstancesOfOtherTests() {
        queue.jdbc().sql("delete from queue.instance").update();
    }

    @Test
    void endsAPlaceNobodyAsksAboutAndKeepsOneThatSomebodyDoes() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 2);
        letNobodyAskForLongEnough(concert);

        places.current(tokens.get(1));
        presence.record();

        assertThat(queue.numbers(concert, "WAITING")).containsExactly(2L);
        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
        assertThat(places.current(tokens.get(1)).position()).isEqualTo(1);
        assertThat(places.current(tokens.get(0)).reason()).isEqualTo(EndReason.ABANDONED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"presence set written_at", "line set watched_since", "token set issued_at"})
    void endsNoPlaceBeforeItWasSilentAndWatchedForTheTime(String since) {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);

        age(since, "9 minutes 30 seconds", concert);
        presence.record();
        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);

        age(since, "10 minutes 30 seconds", concert);
        presence.record();
        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    @Test
    void keepsAPlaceThatSomebodyAsksAnotherInstanceAbout() {
        var concert = queue.openConcert();
        var tokens = queue.tokens(concert, 2);
        try (var second = SecondInstance.start(application)) {
            var otherPresence = second.getBean(RecordPresence.class);
            otherPresence.record();
            letNobodyAskForLongEnough(concert);

            second.getBean(PlaceViews.class).current(tokens.get(0));
            otherPresence.record();
            presence.record();
        }

        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
        assertThat(queue.reason(concert, 2)).isEqualTo("ABANDONED");
    }

    @Test
    void countsSilenceUpToWhatEveryInstanceHasTold() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);
        var mute = UUID.randomUUID();

        for (var silence : List.of("3 minutes", "19 minutes")) {
            wasThereLast(mute, silence);
            presence.record();
            assertThat(queue.numbers(concert, "WAITING")).as(silence).containsExactly(1L);
        }

        wasThereLast(mute, "21 minutes");
        presence.record();
        assertThat(queue.reason(concert, 1)).as("the other one is dead").isEqualTo("ABANDONED");
    }

    @Test
    void endsAPlaceThatWasSilentBeforeAnInstanceFellSilent() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);
        wasThereLast(UUID.randomUUID(), "1 minute 30 seconds");

        presence.record();

        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    @Test
    void endsASilentPlaceThoughInstancesComeAndGo() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        presence.record();
        letNobodyAskForLongEnough(concert);

        for (int i = 0; i < 2; i++) {
            try (var second = SecondInstance.start(application)) {
                second.getBean(RecordPresence.class).record();
            }
        }

        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    @Test
    void tellsWhomItHeardOfBeforeItStops() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        try (var second = SecondInstance.start(application)) {
            letNobodyAskForLongEnough(concert);
            second.getBean(PlaceViews.class).current(token);
        }

        presence.record();

        assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
    }

    @Test
    void isThereAsSoonAsItTakesRequests() {
        var concert = queue.openConcert();
        var token = queue.token(ANN, concert);
        try (var second = SecondInstance.start(application)) {
            letNobodyAskForLongEnough(concert);
            second.getBean(PlaceViews.class).current(token);
            queue.jdbc().sql("""
                    update queue.instance set written_at = statement_timestamp() - interval '3 minutes'
                    """).update();

            presence.record();

            assertThat(queue.numbers(concert, "WAITING")).containsExactly(1L);
        }
    }

    @Test
    void writesThatItIsThereAndThatItStops() {
        presence.record();
        var before = instances();
        try (var second = SecondInstance.start(application)) {
            second.getBean(RecordPresence.class).record();
            assertThat(instances()).anyMatch(instance -> !before.contains(instance));
        }

        assertThat(instances()).allMatch(before::contains);
    }

    @Test
    void beginsTheWatchAnewWhereNobodyKeptItForHalfTheTime() {
        var concert = queue.openConcert();
        queue.tokens(concert, 1);
        age("line set watched_since", "1 day", concert);
        var former = UUID.randomUUID();

        wasThereLast(former, "4 minutes 30 seconds");
        presence.record();
        assertThat(isWatchedAnew(concert)).isFalse();

        queue.jdbc().sql("delete from queue.instance").update();
        wasThereLast(former, "5 minutes 30 seconds");
        presence.record();
        assertThat(isWatchedAnew(concert)).isTrue();
    }

    @Test
    void doesNotWaitForATimeThatIsStillToComeWhenTheDatabasesClockWentBack() {
        var concert = queue.openConcert();
        queue.token(ANN, concert);
        letNobodyAskForLongEnough(concert);
        age("line set watched_since", "-1 hour", concert);

        presence.record();
        queue.execute("""
                update queue.line set watched_since = watched_since - interval '12 minutes' where concert_id = :concert
                """, concert);
        presence.record();

        assertThat(queue.reason(concert, 1)).isEqualTo("ABANDONED");
    }

    /** Has what was written about a line be twelve minutes old. */
    private void letNobodyAskForLongEnough(ConcertId concert) {
        follow.follow();
        presence.record();
        for (var since : List.of("presence set written_at", "line set watched_since", "token set issued_at")) {
            age(since, "12 minutes", concert);
        }
    }

    private void age(String since, String ago, ConcertId concert) {
        queue.execute(
                "update queue." + since + " = statement_timestamp() - interval '" + ago
                        + "' where concert_id = :concert",
                concert);
    }

    private void wasThereLast(UUID instance, String ago) {
        queue.jdbc().sql("""
                        insert into queue.instance (instance_id, written_at)
                        values (:instance, statement_timestamp() - cast(:ago as interval))
                            on conflict (instance_id) do update set written_at = excluded.written_at
                        """).param("instance", instance).param("ago", ago).update();
    }

    private List<UUID> instances() {
        return queue.jdbc()
                .sql("select instance_id from queue.instance where left_at is null")
                .query((row, n) -> row.getObject("instance_id", UUID.class))
                .list();
    }

    private boolean isWatchedAnew(ConcertId concert) {
        return queue.jdbc()
                .sql("""
                        select watched_since > statement_timestamp() - interval '1 minute' as anew
                          from queue.line where concert_id = :concert
                        """)
                .param("concert", concert.value())
                .query((row, n) -> row.getBoolean("anew"))
                .single();
    }
}
