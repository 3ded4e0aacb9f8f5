package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.Shop.Concert;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Waiting for seats that become free, through the whole service. */
@WholeService
class WaitingListTests {

    private final Shop shop;

    WaitingListTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    @Test
    void offersSeatsWithinTwoSecondsToBePaidWithoutAToken() {
        var concert = shop.admin().concert(1, 2, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var held = buyer.reserve(concert, token, seats).expect(201);
        var waiting = shop.user();
        waiting.waitFor(concert, 2).expect(201);
        waiting.charge(2_000).expect(201);

        buyer.release(held.text("id")).expect(204);
        buyer.reserve(concert, token, seats.subList(0, 1)).refused(409, "seat-taken");
        await().until(() -> waiting.place(concert).text("status").equals("OFFERED"));

        var offer = waiting.reservation(waiting.place(concert).text("reservationId"))
                .expect(200);
        assertThat(offer.body().path("offer").asBoolean(false)).isTrue();
        assertThat(waiting.pay(Shop.paymentId(offer)).expect(200).text("status"))
                .isEqualTo("PAID");
        assertThat(waiting.place(concert).text("status")).isEqualTo("ENDED");
        assertThat(shop.admin().integrity().path("ok").asBoolean(false)).isTrue();
    }

    @Test
    void endsTheWaitWhenTheSaleIsClosedEarlyAndNeverRevivesIt() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        buyer.reserve(concert, token, buyer.freeSeats(concert, token)).expect(201);
        var waiting = shop.user();
        waiting.waitFor(concert, 1).expect(201);

        closeAt(concert, Instant.now().minusSeconds(1));
        assertThat(waiting.place(concert).text("status")).isEqualTo("ENDED");
        waiting.waitFor(concert, 1).refused(409, "sale-not-open");
        closeAt(concert, Instant.now().plusSeconds(3_600));

        assertThat(waiting.place(concert).text("status")).isEqualTo("ENDED");
        waiting.waitFor(concert, 1).expect(201);
    }

    private void closeAt(Concert concert, Instant at) {
        shop.admin()
                .editSchedule(concert, "\"salesCloseAt\":\"%s\"".formatted(at.truncatedTo(ChronoUnit.MILLIS)))
                .expect(200);
    }
}
