package dev.frontrow.reservation.adapter.in.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.reservation.application.port.in.DeleteVoidReservations.Deleted;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class VoidReservationSweeperTests {

    private static final EndOfHold FIRST = end(1);
    private static final EndOfHold SECOND = end(2);

    private final List<EndOfHold> after = new ArrayList<>();

    @Test
    void goesOnBehindWhatCanNotBeDeletedAndSaysHowManyThatWere(CapturedOutput output) {
        sweep(new Deleted(0, 500, FIRST), new Deleted(100, 400, SECOND), new Deleted(3, 0, null));

        assertThat(after).containsExactly(EndOfHold.NONE, FIRST, SECOND);
        assertThat(output.getOut()).containsOnlyOnce("900 reservations that nobody paid");
    }

    @Test
    void saysNothingWhereNothingIsLeft(CapturedOutput output) {
        sweep(new Deleted(500, 0, FIRST), new Deleted(0, 0, null));

        assertThat(output.getOut()).isEmpty();
    }

    private void sweep(Deleted... answers) {
        new VoidReservationSweeper(other -> {
                    after.add(other);
                    return answers[after.size() - 1];
                })
                .sweep();
    }

    private static EndOfHold end(int second) {
        return new EndOfHold(Instant.EPOCH.plusSeconds(second), new ReservationId(new UUID(0, second)));
    }
}
