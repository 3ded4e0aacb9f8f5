package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.Shop.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step after the commit: at least once, whatever happens in between, and never more than it should. */
@WholeService
class EventDeliveryTests {

    private final JdbcClient jdbc;
    private final Shop shop;

    EventDeliveryTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.shop = new Shop(port);
        this.jdbc = jdbc;
    }

    @Test
    void endsExactlyTheTokenThatWasPaidWithHoweverLateTheEventComesAgain() {
        var bought = buy();
        endedAsPaid(bought.buyer(), bought.token());
        var nextToken = bought.buyer().admitted(bought.concert());
        assertThat(nextToken).isNotEqualTo(bought.token());

        publishAgain(bought, "PUBLISHED");

        await().atMost(Duration.ofSeconds(15)).until(this::nothingIsLeftToDeliver);
        assertThat(bought.buyer().poll(nextToken).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void deliversWhatWasCommittedBeforeTheServiceDied() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var bought = new Bought(
                buyer,
                concert,
                token,
                buyer.reserve(concert, token, buyer.freeSeats(concert, token)).expect(201));

        publishAgain(bought, "PROCESSING");

        endedAsPaid(buyer, token);
        await().atMost(Duration.ofSeconds(15)).until(this::nothingIsLeftToDeliver);
    }

    @Test
    void parksWhatFailsTooOftenWithoutHoldingUpTheRestAndTriesAgainWhenAnAdminSaysSo() {
        var unreadable = UUID.randomUUID();
        insertPublication(unreadable, "{\"paymentId\":42}", "FAILED");
        var bought = buy();
        endedAsPaid(bought.buyer(), bought.token());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked()).contains(unreadable.toString()));
        var admin = shop.admin();
        admin.send("POST", "/api/v1/admin/parked-events/" + unreadable + "/retry", null)
                .expect(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked()).contains(unreadable.toString()));
        admin.send("POST", "/api/v1/admin/parked-events/" + UUID.randomUUID() + "/retry", null)
                .refused(404, "event-not-found");
        jdbc.sql("delete from events.parked_event_publication where id = :id")
                .param("id", unreadable)
                .update();
    }

    private String parked() {
        return shop.admin()
                .send("GET", "/api/v1/admin/parked-events?limit=100", null)
                .expect(200)
                .raw()
                .body();
    }

    private Bought buy() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var reserved =
                buyer.reserve(concert, token, buyer.freeSeats(concert, token)).expect(201);
        buyer.charge(1_000).expect(201);
        buyer.pay(Shop.paymentId(reserved)).expect(200);
        return new Bought(buyer, concert, token, reserved);
    }

    private void endedAsPaid(Shop.User buyer, String token) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            var state = buyer.poll(token).expect(200);
            assertThat(Map.of("status", state.text("status"), "reason", state.text("reason")))
                    .isEqualTo(Map.of("status", "EXPIRED", "reason", "PAID"));
        });
    }

    /** Leaves in the registry what an instance leaves that dies between its commit and the listener. */
    private void publishAgain(Bought bought, String status) {
        var admission = jdbc.sql("select admission from payment.payment where id = :id")
                .param("id", UUID.fromString(Shop.paymentId(bought.reserved())))
                .query((rs, row) -> rs.getString(1))
                .single();
        insertPublication(
                UUID.randomUUID(),
                """
                {"paymentId":{"value":"%s"},"reservationId":"%s","userId":"%s","amount":1000,"admission":"%s",
                 "paidAt":"2026-12-24T10:00:00Z"}
                """.formatted(
                        Shop.paymentId(bought.reserved()), bought.reserved().text("id"), bought.buyer().id, admission),
                status);
    }

    @Test
    void parksAnEventOfAClassThatIsGone() {
        var gone = UUID.randomUUID();
        insertPublication(gone, "{}", "FAILED");
        jdbc.sql("update events.event_publication set event_type = 'dev.frontrow.payment.Gone' where id = :id")
                .param("id", gone)
                .update();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(parked()).contains(gone.toString()));
        jdbc.sql("delete from events.parked_event_publication where id = :id")
                .param("id", gone)
                .update();
    }

    private void insertPublication(UUID id, String event, String status) {
        jdbc.sql("""
                insert into events.event_publication
                  (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                values (:id, 'queue.expire-token', 'dev.frontrow.payment.PaymentCompleted', :event,
                        statement_timestamp() - interval '1 minute', :status, 0)
                """)
                .param("id", id)
                .param("event", event)
                .param("status", status)
                .update();
    }

    private boolean nothingIsLeftToDeliver() {
        return jdbc.sql("select count(*) from events.event_publication")
                        .query((rs, row) -> rs.getLong(1))
                        .single()
                == 0;
    }

    record Bought(Shop.User buyer, Shop.Concert concert, String token, Answer reserved) {}
}
