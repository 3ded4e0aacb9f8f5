package dev.frontrow.reservation.adapter.in.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.SharedBytes;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.LookAtSeats;
import dev.frontrow.reservation.application.query.SeatLayout;
import dev.frontrow.reservation.application.query.SeatLayout.Place;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes are compressed where they are made, so whoever gets the same ones has nothing compressed anew. */
class RenderedSeatsTests {

    private static final ScheduleId HALL = ScheduleId.generate();
    private static final UserId KIM = new UserId("kim");

    private final AtomicInteger written = new AtomicInteger();
    private final Hall hall = new Hall();
    private final SeatController controller = new SeatController(hall, new RenderedSeats(view -> {
        written.incrementAndGet();
        return SharedBytes.of(view.toString().getBytes(UTF_8));
    }));

    @Test
    void writesAndCompressesAVersionOnceHoweverManyRead() {
        var free = readByMany(this::states);
        assertThat(written).hasValue(1);

        hall.states = new SeatStatus[] {SeatStatus.SOLD, SeatStatus.AVAILABLE};
        var sold = readByMany(this::states);

        assertThat(sold).isNotSameAs(free);
        assertThat(written).hasValue(2);
    }

    @Test
    void writesEachOfTheAnswersOfAVersionOnce() {
        for (int reader = 0; reader < 3; reader++) {
            controller.availability(HALL).content().get();
            controller.layout(HALL).content().get();
            states();
            controller.seats(HALL, null, null, "token", KIM).content().get();
            controller
                    .seats(HALL, SeatFilter.valueOf("all"), null, "token", KIM)
                    .content()
                    .get();
            controller.seats(HALL, null, "A", "token", KIM).content().get();
        }

        assertThat(written).hasValue(6);
    }

    @Test
    void keepsTheWrittenLayoutWhileStatesChange() {
        var before = layout();
        hall.states = new SeatStatus[] {SeatStatus.HELD, SeatStatus.AVAILABLE};

        assertThat(layout()).isSameAs(before);
        assertThat(written).hasValue(1);
    }

    @Test
    void writesNothingForWhomNothingIsSent() {
        assertThat(controller.seatStates(HALL, "token", KIM).version()).isNotEmpty();

        assertThat(written).hasValue(0);
    }

    private SharedBytes readByMany(Supplier<SharedBytes> reading) {
        var bytes = AtOnce.times(50, reading::get);

        assertThat(bytes).hasSize(50).allSatisfy(one -> assertThat(one).isSameAs(bytes.getFirst()));
        return bytes.getFirst();
    }

    private SharedBytes states() {
        return controller.seatStates(HALL, "token", KIM).content().get();
    }

    private SharedBytes layout() {
        return controller.layout(HALL).content().get();
    }

    /** Two seats, read anew for everybody. */
    private static final class Hall implements LookAtSeats {

        SeatStatus[] states = {SeatStatus.AVAILABLE, SeatStatus.AVAILABLE};

        @Override
        public SeatMap asAdmitted(ScheduleId scheduleId, @Nullable String queueToken, UserId userId) {
            return asAnybody(scheduleId);
        }

        @Override
        public SeatMap asAnybody(ScheduleId scheduleId) {
            var places = List.of(new Place(new SeatId(1), "A", "1", 1, 90), new Place(new SeatId(2), "A", "1", 2, 90));
            return new SeatMap(new SeatLayout(scheduleId, places), states);
        }
    }
}
