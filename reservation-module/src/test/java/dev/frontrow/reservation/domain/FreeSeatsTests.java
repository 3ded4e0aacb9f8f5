package dev.frontrow.reservation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.reservation.domain.FreeSeats.FreeSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FreeSeatsTests {

    @Test
    void givesTheFirstSeatsSideBySide() {
        var free = free("A-1-1", "A-1-3", "A-1-4", "A-1-5", "B-1-1", "B-1-2", "B-1-3");

        assertThat(take(free, 2)).isEqualTo("A-1-3 A-1-4");
        assertThat(take(free, 3)).as("rather than those of A, which are apart").isEqualTo("B-1-1 B-1-2 B-1-3");
        assertThat(take(free, 2)).as("the first ones of one section").isEqualTo("A-1-1 A-1-5");
        assertThat(free.isAny()).isFalse();
    }

    @Test
    void knowsThatSeatsOfTwoRowsAreNotSideBySide() {
        assertThat(take(free("A-1-1", "A-2-2", "A-3-1", "A-3-2"), 2)).isEqualTo("A-3-1 A-3-2");
    }

    @Test
    void givesSeatsOfOneSectionOrNone() {
        var free = free("A-1-1", "A-1-2", "B-1-1", "B-1-2");

        assertThat(free.fit(new SeatWish(3, new TreeSet<>()))).isFalse();
        assertThat(take(free, 3)).isEqualTo("none");
        assertThat(free.counts()).containsEntry("A", 2).containsEntry("B", 2);
    }

    @Test
    void givesSeatsOfTheSectionsThatWillDo() {
        var free = free("A-1-1", "A-1-2", "B-1-1", "C-1-1", "C-1-2");

        assertThat(take(free, 2, "B")).isEqualTo("none");
        assertThat(take(free, 2, "B", "C")).isEqualTo("C-1-1 C-1-2");
        assertThat(take(free, 1, "B")).isEqualTo("B-1-1");
        assertThat(take(free, 1, "C")).isEqualTo("none");
    }

    private final List<String> labels = new ArrayList<>();

    private FreeSeats free(String... seats) {
        labels.addAll(List.of(seats));
        var free = new ArrayList<FreeSeat>();
        for (var label : seats) {
            var parts = label.split("-", -1);
            free.add(new FreeSeat(new SeatId(free.size() + 1), parts[0], parts[1], Integer.parseInt(parts[2])));
        }
        return new FreeSeats(free);
    }

    private String take(FreeSeats free, int seats, String... sections) {
        return free.take(new SeatWish(seats, new TreeSet<>(List.of(sections))))
                .map(taken -> String.join(
                        " ",
                        taken.stream()
                                .map(id -> labels.get((int) id.value() - 1))
                                .toList()))
                .orElse("none");
    }
}
