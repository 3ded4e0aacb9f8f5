package dev.frontrow.reservation.application.query;

import static dev.frontrow.reservation.domain.SeatStatus.AVAILABLE;
import static dev.frontrow.reservation.domain.SeatStatus.HELD;
import static dev.frontrow.reservation.domain.SeatStatus.SOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.application.query.SeatLayout.Place;
import dev.frontrow.reservation.application.query.SeatLayout.Row;
import dev.frontrow.reservation.application.query.SeatLayout.Section;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatMapTests {

    private static final ScheduleId SCHEDULE = ScheduleId.of("0b5d9f0e-3f0c-4a0c-8a55-7f3f1c1f2a10");

    /** 00 for the fourth seat, 10 for the third, 01 for the second, 00 for the first; then 10 for the fifth alone. */
    @Test
    void packsTwoBitsASeatTheFirstInTheLowest() {
        var map = map(AVAILABLE, HELD, SOLD, AVAILABLE, SOLD);

        assertThat(Base64.getDecoder().decode(map.statesInBase64())).containsExactly(0b00_10_01_00, 0b10);
        assertThat(map.statesInBase64()).isEqualTo("JAI=");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 1001, 50_000})
    void packsAnyNumberOfSeatsAndLeavesTheRestOfTheLastByteEmpty(int seats) {
        var random = new Random(seats);
        var states = random.ints(seats, 0, 3).mapToObj(SeatStatus::of).toArray(SeatStatus[]::new);

        var map = map(states);
        byte[] packed = Base64.getDecoder().decode(map.statesInBase64());

        assertThat(packed).hasSize((seats + 3) / 4);
        assertThat(IntStream.range(0, packed.length * 4).map(seat -> packed[seat / 4] >> seat % 4 * 2 & 3))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(states).map(SeatStatus::code),
                                Collections.nCopies(packed.length * 4 - seats, 0).stream())
                        .toList());
        assertThat(map.seats().map(SeatView::status)).containsExactly(states);
        assertThat(map.available()).isEqualTo(Collections.frequency(List.of(states), AVAILABLE));
    }

    @Test
    void hasAnotherVersionExactlyWhereSomethingDiffers() {
        var map = map(AVAILABLE, HELD, SOLD);

        assertThat(map(AVAILABLE, HELD, SOLD).version()).isEqualTo(map.version());
        assertThat(List.of(
                        map(SOLD, HELD, SOLD),
                        map(AVAILABLE, SOLD, SOLD),
                        map(AVAILABLE, HELD, HELD),
                        map(AVAILABLE, HELD, SOLD, AVAILABLE)))
                .extracting(SeatMap::version)
                .doesNotContain(map.version())
                .doesNotHaveDuplicates();
        var dearer = new SeatLayout(SCHEDULE, row("A", 3, 101));
        assertThat(new SeatMap(dearer, new SeatStatus[] {AVAILABLE, HELD, SOLD}).version())
                .isNotEqualTo(map.version());
    }

    @Test
    void tellsEverySeatOfALayoutFromItsRowsAndSections() {
        var layout = layout(
                place(3, "A", "1", 1, 90),
                place(5, "A", "1", 2, 90),
                place(6, "A", "2", 1, 90),
                place(9, "나", "2", 2, 90),
                place(12, "나", "2", 3, 50),
                place(13, "나", "2", 5, 50));

        assertThat(layout.sections())
                .containsExactly(
                        new Section("A", 90, List.of(new Row("1", 1, 0, 2), new Row("2", 1, 2, 3))),
                        new Section("나", 90, List.of(new Row("2", 2, 3, 4))),
                        new Section("나", 50, List.of(new Row("2", 3, 4, 5), new Row("2", 5, 5, 6))));
        assertThat(layout.seatCount()).isEqualTo(6);
        assertThat(IntStream.range(0, 6).mapToObj(layout::seat).map(SeatId::value))
                .containsExactly(3L, 5L, 6L, 9L, 12L, 13L);
        assertThat(layout.position(9)).isEqualTo(3);
        assertThatIllegalStateException().isThrownBy(() -> layout.position(10));

        var states = new SeatStatus[] {AVAILABLE, SOLD, HELD, AVAILABLE, AVAILABLE, SOLD};
        assertThat(new SeatMap(layout, states).seats())
                .containsExactly(
                        seat(3, "A", "1", 1, "A-1-1", 90, AVAILABLE),
                        seat(5, "A", "1", 2, "A-1-2", 90, SOLD),
                        seat(6, "A", "2", 1, "A-2-1", 90, HELD),
                        seat(9, "나", "2", 2, "나-2-2", 90, AVAILABLE),
                        seat(12, "나", "2", 3, "나-2-3", 50, AVAILABLE),
                        seat(13, "나", "2", 5, "나-2-5", 50, SOLD));
        assertThat(new SeatMap(layout, states).sections())
                .containsExactly(
                        new SectionView("A", 90, 3, 1), new SectionView("나", 90, 1, 1), new SectionView("나", 50, 2, 1));
    }

    @Test
    void aLayoutHasAnotherVersionExactlyWhereItDiffers() {
        var layout = new SeatLayout(SCHEDULE, row("A", 3, 100));

        assertThat(new SeatLayout(SCHEDULE, row("A", 3, 100)).version()).isEqualTo(layout.version());
        assertThat(Stream.of(
                                new SeatLayout(SCHEDULE, row("A", 4, 100)),
                                new SeatLayout(SCHEDULE, row("A", 3, 101)),
                                new SeatLayout(SCHEDULE, row("B", 3, 100)),
                                layout(
                                        place(1, "A", "2", 1, 100),
                                        place(2, "A", "2", 2, 100),
                                        place(3, "A", "2", 3, 100)),
                                layout(
                                        place(1, "A", "1", 2, 100),
                                        place(2, "A", "1", 3, 100),
                                        place(3, "A", "1", 4, 100)),
                                layout(
                                        place(1, "A", "1", 1, 100),
                                        place(2, "A", "1", 2, 100),
                                        place(4, "A", "1", 3, 100)),
                                layout(
                                        place(1, "A", "1", 1, 100),
                                        place(2, "A", "1", 2, 100),
                                        place(3, "A", "2", 1, 100)),
                                layout(
                                        place(1, "A", "1", 1, 100),
                                        place(2, "A", "2", 1, 100),
                                        place(3, "A", "2", 2, 100)))
                        .map(SeatLayout::version))
                .doesNotContain(layout.version())
                .doesNotHaveDuplicates();
    }

    @Test
    void findsASectionInWhicheverFormItsNameIsWritten() {
        var layout = layout(place(1, "가", "1", 1, 100), place(2, "\u1102\u1161", "1", 1, 100));

        assertThat(layout.section("\u1100\u1161"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("가"));
        assertThat(layout.section("나"))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("\u1102\u1161"));
        assertThat(layout.section("다")).isEmpty();
        assertThat(layout.section("")).isEmpty();
    }

    @Test
    void takesEightBytesASeatAndTwoBits() {
        var map = new SeatMap(new SeatLayout(SCHEDULE, row("A", 10_000, 100)), states(10_000));

        assertThat(map.weight()).isBetween(82_500, 83_000);
        assertThat(map.layout().weight()).isEqualTo(map.weight() - 2_500);
    }

    @Test
    void takesAStateForEachSeat() {
        var layout = new SeatLayout(SCHEDULE, row("A", 3, 100));

        assertThatIllegalArgumentException().isThrownBy(() -> new SeatMap(layout, states(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SeatMap(layout, states(4)));
    }

    private static SeatMap map(SeatStatus... states) {
        return new SeatMap(new SeatLayout(SCHEDULE, row("A", states.length, 100)), states);
    }

    private static SeatStatus[] states(int seats) {
        return Collections.nCopies(seats, AVAILABLE).toArray(SeatStatus[]::new);
    }

    private static List<Place> row(String section, int seats, long price) {
        var places = new ArrayList<Place>();
        for (int number = 1; number <= seats; number++) {
            places.add(place(number, section, "1", number, price));
        }
        return places;
    }

    private static SeatLayout layout(Place... places) {
        return new SeatLayout(SCHEDULE, List.of(places));
    }

    private static Place place(long id, String section, String row, int number, long price) {
        return new Place(new SeatId(id), section, row, number, price);
    }

    private static SeatView seat(
            long id, String section, String row, int number, String label, long price, SeatStatus status) {
        return new SeatView(new SeatId(id), section, row, number, label, price, status);
    }
}
