package dev.frontrow.reservation.adapter.in.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.application.port.in.ExpireHolds;
import dev.frontrow.reservation.domain.EndOfHold;
import dev.frontrow.reservation.domain.Hold;
import dev.frontrow.reservation.domain.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class HoldSweeperTests {

    private final Over holds = new Over(7);
    private final HoldSweeper sweeper = new HoldSweeper(holds);

    @Test
    void tidiesUpAllOthersWhereOneCantBe() {
        var broken = holds.payments().get(2);
        holds.failures.put(broken, new IllegalStateException("its reservation is not pending"));

        sweeper.sweep();

        assertThat(holds.payments()).containsExactly(broken);
    }

    @Test
    void goesOnBehindThoseThatSomebodyIsAtWorkOn() {
        var busy = holds.payments().subList(0, 4);
        holds.passedBy.addAll(busy);

        sweeper.sweep();

        assertThat(holds.payments()).containsExactlyElementsOf(busy);
    }

    @Test
    void triesNothingAloneWhereTheDatabaseFails() {
        holds.failures.put(holds.payments().getFirst(), new DataAccessResourceFailureException("gone away"));

        assertThatThrownBy(sweeper::sweep).isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(holds.tries).isEqualTo(1);
    }

    /** Expires all or none, two at a time. */
    private static class Over implements ExpireHolds {

        private final List<Hold> over;
        private final Map<PaymentId, RuntimeException> failures = new HashMap<>();
        private final List<PaymentId> passedBy = new ArrayList<>();
        private int tries;

        Over(int holds) {
            this.over = new ArrayList<>(IntStream.range(0, holds)
                    .mapToObj(i -> new Hold(
                            PaymentId.generate(),
                            new EndOfHold(Instant.EPOCH.plusSeconds(i + 1), ReservationId.generate())))
                    .toList());
        }

        List<PaymentId> payments() {
            return over.stream().map(Hold::paymentId).toList();
        }

        @Override
        public List<Hold> over(EndOfHold other) {
            return over.stream()
                    .filter(hold -> hold.end().at().isAfter(other.at()))
                    .limit(2)
                    .toList();
        }

        @Override
        public int expire(Collection<PaymentId> payments) {
            tries++;
            payments.stream().filter(failures::containsKey).findFirst().ifPresent(id -> {
                throw failures.get(id);
            });
            over.removeIf(hold -> payments.contains(hold.paymentId()) && !passedBy.contains(hold.paymentId()));
            return payments.size();
        }
    }
}
