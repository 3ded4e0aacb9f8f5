package dev.frontrow.queue;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.DeliveredTwice;
import dev.frontrow.ModuleTest;
import dev.frontrow.SchemaAlone;
import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.EndReason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class QueueModuleTests {

    private final Admissions admissions;
    private final AdmitWaiting admit;
    private final PlaceViews places;
    private final TestQueue queue;

    QueueModuleTests(Admissions admissions, AdmitWaiting admit, PlaceViews places, TestQueue queue) {
        this.admissions = admissions;
        this.admit = admit;
        this.places = places;
        this.queue = queue;
    }

    @Test
    void endsTheTokenThatWasPaidWith(Scenario scenario) {
        var concert = queue.fastLine(5);
        var token = queue.token(ANN, concert);
        admit.admit();
        var admission = admissions.check(token, ANN, concert);

        scenario.publish(paid(admission.reference()))
                .andWaitForStateChange(() -> places.current(token).reason())
                .andVerify(reason -> assertThat(reason).isEqualTo(EndReason.PAID));
    }

    @DeliveredTwice("queue.expire-token")
    void endsNoLaterTokenWhenDeliveredTwice(Scenario scenario) {
        var concert = queue.fastLine(5);
        queue.token(ANN, concert);
        queue.token(BOB, concert);
        var first = paid(concert + "/1");
        scenario.publish(first)
                .andWaitForStateChange(() -> queue.numbers(concert, "ENDED"), ended -> ended.size() == 1)
                .andVerify(ended -> assertThat(ended).containsExactly(1L));
        var later = queue.token(ANN, concert);

        scenario.stimulate((transaction, events) -> {
                    transaction.executeWithoutResult(tx -> {
                        events.publishEvent(first);
                        events.publishEvent(paid(concert + "/2"));
                    });
                })
                .andWaitForStateChange(() -> queue.numbers(concert, "ENDED"), ended -> ended.size() == 2)
                .andVerify(ended -> assertThat(ended).containsExactly(1L, 2L));

        assertThat(places.current(later).status()).isEqualTo(Status.WAITING);
    }

    @Test
    void needsNoSchemaButItsOwn() {
        SchemaAlone.isThere(queue.jdbc(), "queue");
    }

    private static PaymentCompleted paid(String admission) {
        return new PaymentCompleted(
                new PaymentId(UUID.randomUUID()), UUID.randomUUID(), "ann", 1000, admission, Instant.EPOCH);
    }
}
