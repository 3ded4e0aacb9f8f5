package dev.frontrow.concert.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishConcertServiceTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SaleWindow WINDOW = new SaleWindow(NOW, NOW.plusSeconds(3600));

    private final List<Object> happened = new ArrayList<>();
    private final InMemoryConcerts concerts = new InMemoryConcerts();
    private final PublishConcertService publishing = new PublishConcertService(concerts, happened::add);
    private final PublishFirstConcertsService first = new PublishFirstConcertsService(concerts, publishing);

    @Test
    void keepsTheConcertBeforeItTellsOfItsSchedules() {
        var concert = concert("Paper Lanterns", "Stalls");

        publishing.publish(concert);

        assertThat(happened).containsExactly(concert, concert.opened().getFirst());
    }

    @Test
    void publishesTheWholeProgrammeByTheDatabasesClock() {
        var published = first.publish(now -> List.of(concert("At " + now, "A"), concert("B", "B")));

        assertThat(concerts.kept).extracting(Concert::title).containsExactly("At " + NOW, "B");
        assertThat(concerts.kept).isEqualTo(published);
    }

    @Test
    void publishesNoProgrammeWhereThereIsAConcert() {
        publishing.publish(concert("Paper Lanterns", "Stalls"));

        assertThat(first.publish(now -> List.of(concert("B", "B")))).isEmpty();
        assertThat(concerts.kept).hasSize(1);
    }

    private static Concert concert(String title, String section) {
        var schedule = new Schedule(
                ScheduleId.random(), NOW.plusSeconds(7200), WINDOW, List.of(new Section(section, 5, 10, 80_000)));
        return new Concert(
                ConcertId.random(),
                title,
                "Quiet Harbour Quartet",
                "Maple Lane Hall",
                ZoneId.of("Asia/Seoul"),
                List.of(schedule));
    }

    private final class InMemoryConcerts implements Concerts {

        private final List<Concert> kept = new ArrayList<>();

        @Override
        public void add(Concert concert) {
            kept.add(concert);
            happened.add(concert);
        }

        @Override
        public Optional<Instant> claimFirst() {
            return kept.isEmpty() ? Optional.of(NOW) : Optional.empty();
        }
    }
}
