package dev.frontrow.reservation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.reservation.domain.Demand.OfSection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DemandTests {

    @Test
    void isMetWhereTheSmallestWishFitsIntoASection() {
        assertThat(new Demand(List.of(section("A", 2, 3), section("B", 0, 1))).isMet())
                .isFalse();
        assertThat(new Demand(List.of(section("A", 2, 3), section("B", 1, 1))).isMet())
                .isTrue();
    }

    @Test
    void leavesSeatsOfSeveralSectionsToWhoeverComes() {
        var demand = new Demand(List.of(section("A", 2, 3), new OfSection("B", 1, OptionalInt.empty())));

        assertThat(demand.leaves(wish(3))).isTrue();
        assertThat(demand.leaves(wish(4))).isFalse();
        assertThat(demand.leaves(wish(3, "A"))).isFalse();
        assertThat(demand.leaves(wish(1, "B"))).isTrue();
    }

    @Test
    void leavesNothingWhileAWishFits() {
        assertThat(new Demand(List.of(section("A", 1, 1), section("B", 5, 6))).leaves(wish(2, "B")))
                .isFalse();
    }

    private static OfSection section(String name, int free, int smallestWish) {
        return new OfSection(name, free, OptionalInt.of(smallestWish));
    }

    private static SeatWish wish(int seats, String... sections) {
        return new SeatWish(seats, new TreeSet<>(List.of(sections)));
    }
}
