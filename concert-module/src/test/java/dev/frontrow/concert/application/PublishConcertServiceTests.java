package dev.frontrow.concert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.application.port.in.PublishConcert.NewConcert;
import dev.frontrow.concert.application.port.in.PublishConcert.NewSchedule;
import dev.frontrow.concert.application.port.out.Concerts;
import dev.frontrow.concert.domain.Concert;
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
        var id = publishing.publish(concert("Paper Lanterns", "Stalls"));

        var kept = concerts.kept.getFirst();
        assertThat(kept.id()).isEqualTo(id);
        assertThat(happened).startsWith(kept).hasSize(2).endsWith(kept.opened().getFirst());
    }

    @Test
    void keepsNothingThatBreaksARule() {
        assertThatIllegalArgumentException().isThrownBy(() -> publishing.publish(concert("", "Stalls")));

        assertThat(happened).isEmpty();
    }

    @Test
    void publishesTheWholeProgrammeByTheDatabasesClock() {
        var published = first.publish(now -> List.of(concert("At " + now, "A"), concert("B", "B")));

        assertThat(concerts.kept).extracting(Concert::title).containsExactly("At " + NOW, "B");
        assertThat(concerts.kept).extracting(Concert::id).containsExactlyElementsOf(published);
    }

    @Test
    void publishesNoProgrammeWhereThereIsAConcert() {
        publishing.publish(concert("Paper Lanterns", "Stalls"));

        assertThat(first.publish(now -> List.of(concert("B", "B")))).isEmpty();
        assertThat(concerts.kept).hasSize(1);
    }

    private static NewConcert concert(String title, String section) {
        var schedule = new NewSchedule(NOW.plusSeconds(7200), WINDOW, List.of(new Section(section, 5, 10, 80_000)));
        return new NewConcert(
                title, "Quiet Harbour Quartet", "Maple Lane Hall", ZoneId.of("Asia/Seoul"), List.of(schedule));
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
