package dev.frontrow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.DeliveredTwice;
import dev.frontrow.ModuleTest;
import dev.frontrow.SchemaAlone;
import dev.frontrow.payment.PaymentCompleted;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.queue.application.port.in.AdmitWaiting;
import dev.frontrow.queue.application.query.Place.Status;
import dev.frontrow.queue.application.query.Places;
import dev.frontrow.queue.domain.EndReason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class QueueModuleTests {

    @Autowired
    Admissions admissions;

    @Autowired
    LineAudit audit;

    @Autowired
    AdmitWaiting admit;

    @Autowired
    Places places;

    @Autowired
    TestQueue queue;

    @Test
    void endsTheTokenThatWasPaidWith(Scenario scenario) {
        var concert = queue.fastLine(5);
        var token = queue.token("ann", concert);
        admit.admit();
        var admission = admissions.check(token, "ann", concert);

        scenario.publish(paid(admission.reference()))
                .andWaitForStateChange(() -> places.current(token).reason())
                .andVerify(reason -> assertThat(reason).isEqualTo(EndReason.PAID));
    }

    @DeliveredTwice("queue.expire-token")
    void endsNoLaterTokenWhenDeliveredTwice(Scenario scenario) {
        var concert = queue.fastLine(5);
        queue.token("ann", concert);
        queue.token("bob", concert);
        var first = paid(concert + "/1");
        scenario.publish(first)
                .andWaitForStateChange(() -> queue.numbers(concert, "ENDED"), ended -> ended.size() == 1)
                .andVerify(ended -> assertThat(ended).containsExactly(1L));
        var later = queue.token("ann", concert);

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
    void findsNothingWrongWithTheLines() {
        var concert = queue.fastLine(2);
        queue.tokens(concert, 4);
        admit.admit();

        assertThat(audit.usersWithSeveralLiveTokens()).isZero();
        assertThat(audit.admissionsAboveCap()).isZero();
    }

    @Test
    void findsAnAdmissionAboveTheCap() {
        var concert = queue.fastLine(2);
        queue.tokens(concert, 4);
        admit.admit();
        long before = audit.admissionsAboveCap();
        queue.execute("""
                update queue.token set status = 'ACTIVE', admitted_at = statement_timestamp(),
                       expires_at = statement_timestamp() + interval '1 minute', changed = pg_current_xact_id()
                 where concert_id = :concert and number = 3
                """, concert);

        assertThat(audit.admissionsAboveCap()).isEqualTo(before + 1);
        queue.execute("delete from queue.token where concert_id = :concert", concert);
    }

    @Test
    void needsNoSchemaButItsOwn(@Autowired JdbcClient jdbc) {
        SchemaAlone.isThere(jdbc, "queue");
    }

    private static PaymentCompleted paid(String admission) {
        return new PaymentCompleted(
                new PaymentId(UUID.randomUUID()), UUID.randomUUID(), "ann", 1000, admission, Instant.EPOCH);
    }
}
