package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A show is cancelled, through all modules. */
@WholeService
class CancellingTests {

    private static final Duration SHOWN = Duration.ofSeconds(10);
    private static final Duration REFUNDED = Duration.ofSeconds(20);

    private final Shop shop;
    private final Shop.Admin admin;

    CancellingTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
        this.admin = shop.admin();
    }

    @Test
    void endsEverythingAboutTheShowAndGivesThePointsBack() {
        var concert = admin.concert(1, 4, 1_000);
        var payer = shop.user();
        var payersToken = payer.admitted(concert);
        var seats = payer.freeSeats(concert, payersToken);
        payer.charge(1_000).expect(201);
        var paid = payer.reserve(concert, payersToken, seats.subList(0, 1)).expect(201);
        payer.pay(Shop.paymentId(paid)).expect(200);
        var holder = shop.user();
        var token = holder.admitted(concert);
        var held = holder.reserve(concert, token, seats.subList(1, 2)).expect(201);
        holder.charge(1_000).expect(201);
        admin.refunds(concert).refused(404, "cancellation-not-found");

        var cancelled = admin.cancelShow(concert, "Rain").expect(202);

        assertThat(cancelled.body().path("refundsTotal").asInt()).isEqualTo(1);
        holder.pay(Shop.paymentId(held)).refused(409, "payment-cancelled");
        var released = holder.reservation(held.text("id")).expect(200);
        assertThat(released.text("status")).isEqualTo("RELEASED");
        assertThat(released.body().path("payment").path("status").asString()).isEqualTo("CANCELLED");
        assertThat(holder.get("/api/v1/payments/" + Shop.paymentId(held)).text("status"))
                .isEqualTo("CANCELLED");
        holder.reserve(concert, token, seats.subList(2, 3)).refused(410, "queue-token-expired");
        shop.user().join(concert).refused(409, "sale-not-open");
        await().atMost(SHOWN).untilAsserted(() -> {
            assertThat(holder.poll(token).text("reason")).isEqualTo("SALE_CLOSED");
            var schedule = shop.get("/api/v1/concerts/" + concert.id())
                    .body()
                    .path("schedules")
                    .path(0);
            assertThat(schedule.path("saleStatus").asString()).isEqualTo("CANCELLED");
            assertThat(schedule.path("cancellation").path("reason").asString()).isEqualTo("Rain");
            assertThat(shop.get("/api/v1/schedules/" + concert.scheduleId() + "/availability")
                            .body()
                            .path("available")
                            .asInt(-1))
                    .isZero();
        });
        awaitRefunds(concert, 1, 1_000);
        assertThat(payer.balance()).isEqualTo(1_000);
        assertThat(payer.reservation(paid.text("id")).text("status")).isEqualTo("CANCELLED");
        assertThat(payer.get("/api/v1/payments/" + Shop.paymentId(paid)).text("status"))
                .isEqualTo("REFUNDED");
        payer.cancel(paid.text("id")).expect(200);
        assertThat(admin.cancelShow(concert, "Snow").expect(202).text("reason")).isEqualTo("Rain");
        assertThat(isSound()).isTrue();
    }

    @Test
    void countsWhateverIsConfirmedAndGivesAllOfItBackWhateverTheTerms() {
        var concert = concertThatKeepsAPart();
        var buyers = IntStream.range(0, 4).mapToObj(_ -> shop.user()).toList();
        var tokens = AtOnce.each(buyers, buyer -> buyer.admitted(concert));
        var seats = buyers.getFirst().freeSeats(concert, tokens.getFirst());
        var reserved = IntStream.range(0, 4)
                .mapToObj(i -> buyers.get(i)
                        .reserve(concert, tokens.get(i), seats.subList(i, i + 1))
                        .expect(201))
                .toList();
        buyers.subList(0, 2).forEach(buyer -> buyer.charge(1_000).expect(201));
        for (var i : List.of(0, 1, 3)) { // the last one costs nothing
            buyers.get(i).pay(Shop.paymentId(reserved.get(i))).expect(200);
        }
        give(concert, seats.get(4)).expect(201);
        var waiting = shop.user();
        waiting.waitFor(concert, 1).expect(201);
        buyers.get(2).release(reserved.get(2).text("id")).expect(204);
        await().atMost(REFUNDED)
                .until(() -> waiting.place(concert).text("status").equals("OFFERED"));
        var offer = waiting.place(concert).text("reservationId");

        var cancelled = admin.cancelShow(concert, "Rain").expect(202);

        assertThat(cancelled.body().path("refundsTotal").asInt()).isEqualTo(4);
        var voided = waiting.reservation(offer).expect(200);
        assertThat(voided.text("status")).isEqualTo("RELEASED");
        assertThat(voided.text("cancelledBecause")).isEqualTo("SHOW_CANCELLED");
        assertThat(waiting.place(concert).text("status")).isEqualTo("ENDED");
        waiting.waitFor(concert, 1).refused(409, "sale-not-open");
        var byTheBuyer =
                buyers.getFirst().cancel(reserved.getFirst().text("id")).expect(200);
        assertThat(byTheBuyer.text("status")).isEqualTo("CANCELLED");
        assertThat(byTheBuyer.text("cancelledBecause")).isEqualTo("SHOW_CANCELLED");
        assertThat(byTheBuyer.body().path("refund").path("amount").asInt()).isEqualTo(1_000);
        awaitRefunds(concert, 4, 2_000);
        assertThat(buyers.subList(0, 2)).allMatch(buyer -> buyer.balance() == 1_000);
        assertThat(buyers.get(3).reservation(reserved.get(3).text("id")).text("status"))
                .isEqualTo("CANCELLED");
        refusesToChange(concert, seats.getFirst());
        assertThat(isSound()).isTrue();
    }

    /** With a section of three seats and one of two that cost nothing, and no way to cancel. */
    private Concert concertThatKeepsAPart() {
        var starts = Instant.now().plus(Duration.ofDays(40));
        var created = admin.send("POST", "/api/v1/admin/concerts", """
                        {"title":"Test Night","performer":"The Assertions","venue":"Test Hall","timeZone":"Asia/Seoul",
                         "refundTerms":{"closesBeforeStart":"PT8760H","feePercent":50},
                         "schedules":[{"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s",
                           "sections":[{"name":"A","rows":1,"seatsPerRow":3,"price":1000},
                                       {"name":"Free","rows":1,"seatsPerRow":2,"price":0}]}]}
                        """.formatted(
                                starts, starts.minus(Duration.ofDays(60)), starts))
                .expect(201);
        return new Concert(
                created.text("id"),
                created.body().path("schedules").path(0).path("id").asString());
    }

    private Answer give(Concert concert, String seat) {
        return admin.send("POST", "/api/v1/admin/reservations", """
                {"scheduleId":"%s","seatIds":["%s"],"userId":"the-press","reason":"Press"}
                """.formatted(concert.scheduleId(), seat));
    }

    private void refusesToChange(Concert concert, String seat) {
        var schedule = "/api/v1/admin/schedules/" + concert.scheduleId();
        give(concert, seat).refused(409, "change-not-allowed");
        admin.send("POST", schedule + "/blocks", "{\"seatIds\":[\"%s\"],\"reason\":\"Camera\"}".formatted(seat))
                .refused(409, "change-not-allowed");
        admin.send("POST", schedule + "/sections", "{\"name\":\"B\",\"rows\":1,\"seatsPerRow\":1,\"price\":1}")
                .refused(409, "change-not-allowed");
        admin.editSchedule(concert, "\"salesCloseAt\":\"%s\"".formatted(Instant.now()))
                .refused(409, "change-not-allowed");
    }

    @Test
    void leavesTheOtherShowsOfTheConcertOnSale() {
        var concert = admin.concert(1, 2, 1_000);
        var starts = Instant.now().plus(Duration.ofDays(40));
        admin.send("POST", "/api/v1/admin/concerts/" + concert.id() + "/schedules", """
                        {"startsAt":"%s","salesOpenAt":"%s","salesCloseAt":"%s",
                         "sections":[{"name":"A","rows":1,"seatsPerRow":1,"price":1000}]}
                        """.formatted(
                                starts, starts.minus(Duration.ofDays(60)), starts))
                .expect(201);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);

        admin.cancelShow(concert, "Rain").expect(202);

        buyer.reserve(concert, token, seats).refused(409, "sale-not-open");
        assertThat(buyer.poll(token).text("status")).isEqualTo("ACTIVE");
        shop.user().join(concert).expect(201);
        await().atMost(SHOWN)
                .untilAsserted(() -> assertThat(buyer.send(
                                        "GET",
                                        "/api/v1/schedules/" + concert.scheduleId() + "/seats?status=all",
                                        null,
                                        "Queue-Token",
                                        token)
                                .expect(200)
                                .body()
                                .path("seats")
                                .valueStream()
                                .map(seat -> seat.path("status").asString()))
                        .containsOnly("BLOCKED"));
    }

    @Test
    void refundsOrRefusesEverybodyWhoIsJustPayingOrReserving() {
        var concert = admin.concert(1, 60, 1_000);
        var buyers = IntStream.range(0, 30).mapToObj(_ -> shop.user()).toList();
        var tokens = AtOnce.each(buyers, buyer -> buyer.admitted(concert));
        var seats = buyers.getFirst().freeSeats(concert, tokens.getFirst());
        var held = IntStream.range(0, 20)
                .mapToObj(i -> {
                    buyers.get(i).charge(1_000).expect(201);
                    return buyers.get(i)
                            .reserve(concert, tokens.get(i), seats.subList(i, i + 1))
                            .expect(201);
                })
                .toList();
        List<Callable<Answer>> things = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var buyer = buyers.get(i);
            var token = tokens.get(i);
            var own = i;
            things.add(
                    i < 20
                            ? () -> buyer.pay(Shop.paymentId(held.get(own)))
                            : () -> buyer.reserve(concert, token, seats.subList(own, own + 1)));
        }
        things.add(12, () -> admin.cancelShow(concert, "Rain"));

        var answers = new ArrayList<>(AtOnce.all(things));
        var cancelled = answers.remove(12).expect(202);

        var payers = answers.subList(0, 20).stream()
                .filter(answer -> answer.status() == 200)
                .count();
        assertThat(answers.subList(0, 20))
                .allMatch(answer -> answer.status() == 200 || answer.code().equals("payment-cancelled"));
        assertThat(answers.subList(20, 30))
                .allMatch(answer -> List.of(201, 409, 410).contains(answer.status()));
        assertThat(cancelled.body().path("refundsTotal").asLong()).isEqualTo(payers);
        awaitRefunds(concert, (int) payers, payers * 1_000);
        assertThat(buyers.subList(0, 20)).allMatch(buyer -> buyer.balance() == 1_000);
        assertThat(isSound()).isTrue();
    }

    private void awaitRefunds(Concert concert, int refunds, long points) {
        await().atMost(REFUNDED)
                .until(() -> admin.refunds(concert).text("status").equals("DONE"));
        var done = admin.refunds(concert).expect(200).body();
        assertThat(done.path("refundsTotal").asInt()).isEqualTo(refunds);
        assertThat(done.path("refundsDone").asInt()).isEqualTo(refunds);
        assertThat(done.path("pointsReturned").asLong()).isEqualTo(points);
        assertThat(done.path("finishedAt").asString()).endsWith("Z");
    }

    private boolean isSound() {
        return admin.integrity().path("ok").asBoolean(false);
    }
}
