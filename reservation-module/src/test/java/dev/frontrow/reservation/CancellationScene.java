package dev.frontrow.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.reservation.application.port.in.CallOffShow;
import dev.frontrow.reservation.application.port.in.RefundShows;
import dev.frontrow.reservation.application.query.ShowCancellationView;
import dev.frontrow.reservation.application.query.ShowCancellationView.Status;
import dev.frontrow.reservation.application.query.ShowCancellationViews;
import dev.frontrow.reservation.domain.Reason;
import org.springframework.stereotype.Component;

/** Shows that are cancelled because of rain, and how far their refunds are. */
@Component
class CancellationScene {

    private final CallOffShow callOffShow;
    private final RefundShows refundShows;
    private final ShowCancellationViews cancellations;

    CancellationScene(CallOffShow callOffShow, RefundShows refundShows, ShowCancellationViews cancellations) {
        this.callOffShow = callOffShow;
        this.refundShows = refundShows;
        this.cancellations = cancellations;
    }

    void cancel(ScheduleSale sale) {
        callOffShow.callOff(sale.scheduleId(), new Reason("Rain"));
    }

    /** Refunds a batch; tells how many. */
    int refundSome(ScheduleSale sale) {
        return refundShows.refund(sale.scheduleId(), refundShows.due(sale.scheduleId(), null));
    }

    void assertProgress(ScheduleSale sale, Status status, int total, int done, long returned) {
        var progress = cancellations.find(sale.scheduleId()).orElseThrow();
        assertThat(progress)
                .isEqualTo(new ShowCancellationView(
                        sale.scheduleId(),
                        "Rain",
                        status,
                        total,
                        done,
                        returned,
                        ConcertsStandIn.CANCELLED_AT,
                        progress.finishedAt()));
    }
}
