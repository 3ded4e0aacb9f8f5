package dev.frontrow.concert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.FirstConcertsPublished;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.port.in.Effect;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.application.port.out.UsedKeys;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import dev.frontrow.concert.domain.UsedKey;
import dev.frontrow.edge.Fingerprint;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IdempotencyKeyReused;
import dev.frontrow.edge.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishConcertServiceTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SaleWindow WINDOW = new SaleWindow(NOW, NOW.plusSeconds(3600));

    private final List<Object> happened = new ArrayList<>();
    private final InMemoryConcerts concerts = new InMemoryConcerts();
    private final PublishConcertService publishing =
            new PublishConcertService(concerts, new DoingOnce(new InMemoryKeys()), happened::add);
    private final PublishFirstConcertsService first =
            new PublishFirstConcertsService(concerts, publishing, happened::add);

    @Test
    void keepsTheConcertBeforeItTellsOfItsSchedules() {
        var concert = concert("Paper Lanterns", "Stalls");

        publishing.publish(concert);

        assertThat(happened).containsExactly(concert, concert.opened().getFirst());
    }

    @Test
    void publishesOnceUnderAKeyWhateverIdsItWasGiven() {
        var key = new UsedKey(new UserId("ann"), "publish", new IdempotencyKey("a-key"));
        var other = new UsedKey(new UserId("bob"), "publish", new IdempotencyKey("a-key"));

        assertThat(publishing.publish(concert("Paper Lanterns", "A"), key)).isEqualTo(Effect.DONE);
        assertThat(publishing.publish(concert("Paper Lanterns", "A"), key)).isEqualTo(Effect.DONE_BEFORE);
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> publishing.publish(concert("Paper Lanterns", "B"), key));
        assertThat(publishing.publish(concert("Paper Lanterns", "A"), other)).isEqualTo(Effect.DONE);
        assertThat(publishing.publish(concert("Paper Lanterns", "A"), null)).isEqualTo(Effect.DONE);
        assertThat(concerts.kept).hasSize(3);
    }

    @Test
    void publishesTheWholeProgrammeByTheDatabasesClock() {
        var published = first.publish(now -> List.of(concert("At " + now, "A"), concert("B", "B")));

        assertThat(concerts.kept).extracting(Concert::title).containsExactly("At " + NOW, "B");
        assertThat(concerts.kept).isEqualTo(published);
        assertThat(happened)
                .endsWith(new FirstConcertsPublished(published.stream()
                        .flatMap(concert -> concert.opened().stream())
                        .toList()));
    }

    @Test
    void publishesNoProgrammeWhereThereIsAConcert() {
        publishing.publish(concert("Paper Lanterns", "Stalls"));

        assertThat(first.publish(now -> List.of(concert("B", "B")))).isEmpty();
        assertThat(concerts.kept).hasSize(1);
        assertThat(happened).noneMatch(FirstConcertsPublished.class::isInstance);
    }

    private static Concert concert(String title, String section) {
        var schedule = new Schedule(
                ScheduleId.generate(), NOW.plusSeconds(7200), WINDOW, List.of(new Section(section, 5, 10, 80_000)));
        return new Concert(
                ConcertId.generate(),
                title,
                "Quiet Harbour Quartet",
                "Maple Lane Hall",
                ZoneId.of("Asia/Seoul"),
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(schedule));
    }

    private static final class InMemoryKeys implements UsedKeys {

        private final Map<UsedKey, Fingerprint> used = new HashMap<>();
        private final Map<UsedKey, ConcertId> answers = new HashMap<>();

        @Override
        public Optional<Fingerprint> claim(UsedKey key, Fingerprint content) {
            return Optional.ofNullable(used.putIfAbsent(key, content));
        }

        @Override
        public void keepAnswer(UsedKey key, ConcertId concertId) {
            answers.put(key, concertId);
        }
    }

    private final class InMemoryConcerts implements Concerts {

        private final List<Concert> kept = new ArrayList<>();

        @Override
        public void add(Concert concert) {
            kept.add(concert);
            happened.add(concert);
        }

        @Override
        public Optional<Published> lock(ConcertId id) {
            throw new AssertionError("nothing is changed");
        }

        @Override
        public void change(Published before, Concert after) {
            throw new AssertionError("nothing is changed");
        }

        @Override
        public void addSchedule(Published before, Schedule added) {
            throw new AssertionError("nothing is added");
        }

        @Override
        public void addSection(Published before, Schedule enlarged) {
            throw new AssertionError("nothing is added");
        }

        @Override
        public Optional<ConcertId> concertOf(ScheduleId id) {
            throw new AssertionError("nothing is added");
        }

        @Override
        public Optional<Instant> claimFirst() {
            return kept.isEmpty() ? Optional.of(NOW) : Optional.empty();
        }
    }
}
