package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The mission's sequence, step by step and with each of its alternatives, through HTTP. */
@WholeService
class BuyingATicketTests {

    private final Shop shop;

    BuyingATicketTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    @Test
    void leadsFromTheListOfConcertsToAPaidTicket() {
        var concert = shop.admin().concert(5, 10, 80_000);
        var buyer = shop.user();

        var listed = shop.get("/api/v1/concerts?limit=100").expect(200).raw().body();
        assertThat(listed).contains(concert.id());

        var token = buyer.join(concert).expect(201).text("token");
        buyer.join(concert).expect(200);
        assertThat(buyer.admitted(concert)).as("the token one has").isEqualTo(token);

        var seats = buyer.freeSeats(concert, token);
        assertThat(seats).hasSize(50);

        var reserved = buyer.reserve(concert, token, seats.subList(0, 2)).expect(201);
        assertThat(reserved.text("status")).isEqualTo("PENDING_PAYMENT");
        assertThat(reserved.body().path("amount").asLong(0)).isEqualTo(160_000);
        assertThat(reserved.raw().headers().firstValue("Location"))
                .hasValue("/api/v1/reservations/" + reserved.text("id"));

        var payment = Shop.paymentId(reserved);
        var refused = buyer.pay(payment).refused(402, "insufficient-points");
        assertThat(refused.body().path("required").asLong(0)).isEqualTo(160_000);
        assertThat(refused.body().path("balance").asLong(-1)).isZero();

        buyer.charge(200_000).expect(201);
        var paid = buyer.pay(payment).expect(200);
        assertThat(paid.text("status")).isEqualTo("PAID");
        assertThat(paid.body().path("balance").asLong(0)).isEqualTo(40_000);
        assertThat(buyer.pay(payment).expect(200).body()).as("paid again").isEqualTo(paid.body());
        assertThat(buyer.balance()).isEqualTo(40_000);

        var confirmed = buyer.reservation(reserved.text("id")).expect(200);
        assertThat(confirmed.text("status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.body().path("tickets").findValuesAsString("status"))
                .containsOnly("PAID");
        assertThat(confirmed.body().path("payment").path("status").asString("")).isEqualTo("PAID");

        await().untilAsserted(() -> assertThat(buyer.poll(token).text("reason")).isEqualTo("PAID"));
        buyer.reserve(concert, token, seats.subList(2, 3)).refused(410, "queue-token-expired");
    }

    @Test
    void tellsWhoIsInLineWhatSeatsThereAre() {
        var concert = shop.admin().concert(1, 5, 1_000);
        var first = shop.user();
        var token = first.admitted(concert);
        first.reserve(concert, token, first.freeSeats(concert, token).subList(0, 2))
                .expect(201);
        var second = shop.user();

        var joined = second.join(concert).expect(201);

        assertThat(joined.body().has("seats")).isTrue();
        await().untilAsserted(() -> {
            var seats = second.poll(joined.text("token")).body().path("seats");
            assertThat(seats.path("available").asLong(-1)).isEqualTo(3);
            assertThat(seats.path("held").asLong(-1)).isEqualTo(2);
            assertThat(Instant.parse(seats.path("asOf").asString("")))
                    .isBetween(Instant.now().minusSeconds(3), Instant.now().plusSeconds(1));
        });
    }

    @Test
    void opensAHundredThousandSeatsForSaleAtOnceAndPricesThemAnew() {
        var concert = shop.admin().concert(1_000, 100, 1_000);
        shop.admin()
                .editSchedule(concert, "\"sections\":[{\"name\":\"A\",\"price\":2000}]")
                .expect(200);

        var availability = shop.get("/api/v1/schedules/" + concert.scheduleId() + "/availability")
                .expect(200);

        assertThat(availability.body().path("available").asInt(0)).isEqualTo(100_000);
        assertThat(availability.body().path("sections").findValuesAsString("price"))
                .containsExactly("2000");
    }

    @Test
    void refusesASeatThatSomebodyElseHolds() {
        var concert = shop.admin().concert(1, 3, 1_000);
        var first = shop.user();
        var second = shop.user();
        var firstToken = first.admitted(concert);
        var secondToken = second.admitted(concert);
        var seats = first.freeSeats(concert, firstToken);
        first.reserve(concert, firstToken, seats.subList(1, 2)).expect(201);

        var taken = second.reserve(concert, secondToken, seats).refused(409, "seat-taken");

        assertThat(taken.body().path("seatIds").values().stream().map(id -> id.asString("")))
                .containsExactly(seats.get(1));
        second.reserve(concert, secondToken, List.of(seats.get(0), seats.get(2)))
                .expect(201);
    }

    @Test
    void givesPointsAndSeatsBackWhenAPaidReservationIsCancelled() {
        var concert = shop.admin().concert(1, 2, 7_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var reserved = buyer.reserve(concert, token, seats).expect(201);
        var id = reserved.text("id");
        buyer.charge(20_000).expect(201);
        buyer.cancel(id).refused(409, "reservation-not-paid");
        buyer.pay(Shop.paymentId(reserved)).expect(200);
        buyer.release(id).refused(409, "reservation-already-paid");

        var cancelled = buyer.cancel(id).expect(200);

        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.body().path("payment").path("status").asString("")).isEqualTo("REFUNDED");
        assertThat(buyer.cancel(id).expect(200).body()).isEqualTo(cancelled.body());
        assertThat(buyer.balance()).isEqualTo(20_000);
        buyer.pay(Shop.paymentId(reserved)).refused(409, "payment-cancelled");
        var next = shop.user();
        next.reserve(concert, next.admitted(concert), seats).expect(201);
    }

    @Test
    void freesTheSeatsOfAReleasedHold() {
        var concert = shop.admin().concert(1, 1, 7_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var reserved = buyer.reserve(concert, token, seats).expect(201);

        buyer.release(reserved.text("id")).expect(204);

        buyer.release(reserved.text("id")).expect(204);
        buyer.pay(Shop.paymentId(reserved)).refused(409, "payment-cancelled");
        buyer.reserve(concert, token, seats).expect(201);
    }

    @Test
    void answersARepeatedReservationWithTheFirstAnswerEvenAfterItsTokenHasEnded() {
        var concert = shop.admin().concert(1, 2, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var first =
                buyer.reserve(concert, token, seats, "Idempotency-Key", "once").expect(201);
        buyer.charge(5_000).expect(201);
        buyer.pay(Shop.paymentId(first)).expect(200);
        buyer.send("DELETE", "/api/v1/queue-tokens/current", null, "Queue-Token", token)
                .expect(204);

        var again = buyer.reserve(concert, token, seats.reversed(), "Idempotency-Key", "once")
                .expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(again.raw().headers().firstValue("Location"))
                .isEqualTo(first.raw().headers().firstValue("Location"));
        buyer.reserve(concert, token, seats.subList(0, 1), "Idempotency-Key", "once")
                .refused(422, "idempotency-key-reused");
    }

    @Test
    void hidesWhatBelongsToSomebodyElse() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var owner = shop.user();
        var other = shop.user();
        var token = owner.admitted(concert);
        var reserved =
                owner.reserve(concert, token, owner.freeSeats(concert, token)).expect(201);

        other.reservation(reserved.text("id")).refused(404, "reservation-not-found");
        other.release(reserved.text("id")).refused(404, "reservation-not-found");
        other.cancel(reserved.text("id")).refused(404, "reservation-not-found");
        other.pay(Shop.paymentId(reserved)).refused(404, "payment-not-found");
        other.send("GET", "/api/v1/schedules/" + concert.scheduleId() + "/seats", null, "Queue-Token", token)
                .refused(403, "queue-token-invalid");
    }

    @Test
    void refusesAnAnswerNobodyCanReadBeforeAnythingHappens() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);

        buyer.reserve(concert, token, seats, "Accept", "text/csv").refused(406, "not-acceptable");

        assertThat(buyer.get("/api/v1/reservations")
                        .expect(200)
                        .body()
                        .path("items")
                        .isEmpty())
                .isTrue();
        buyer.reserve(concert, token, seats).expect(201);
    }
}
