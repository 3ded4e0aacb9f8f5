package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is changed while people buy: whoever acts from then on goes by it. */
@WholeService
class EditingTests {

    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final Shop shop;

    EditingTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    @Test
    void closesASaleAtOnceAndEndsNoHold() {
        var concert = shop.admin().concert(1, 4, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var held = buyer.reserve(concert, token, seats.subList(0, 1)).expect(201);
        var other = shop.user();
        var otherToken = other.admitted(concert);

        shop.admin()
                .editSchedule(
                        concert,
                        "\"salesCloseAt\":\"%s\"".formatted(Instant.now().minusSeconds(1)))
                .expect(200);

        assertThat(other.reserve(concert, otherToken, seats.subList(1, 2)).status())
                .isIn(409, 410);
        shop.user().join(concert).refused(409, "sale-not-open");
        buyer.charge(1_000).expect(201);
        buyer.pay(Shop.paymentId(held)).expect(200);
        await().atMost(SHOWN).untilAsserted(() -> {
            assertThat(other.poll(otherToken).text("reason")).isEqualTo("SALE_CLOSED");
            assertThat(shop.get("/api/v1/concerts/" + concert.id())
                            .body()
                            .path("schedules")
                            .path(0)
                            .path("saleStatus")
                            .asString())
                    .isEqualTo("CLOSED");
        });

        shop.admin()
                .editSchedule(
                        concert,
                        "\"salesCloseAt\":\"%s\"".formatted(Instant.now().plusSeconds(3_600)))
                .expect(200);

        var again = shop.user();
        again.reserve(concert, again.admitted(concert), seats.subList(1, 2)).expect(201);
        assertThat(shop.admin().integrity().path("ok").asBoolean()).isTrue();
    }

    @Test
    void hidesAConcertAtOnceAndLetsItsOwnersGoOn() {
        var concert = shop.admin().concert(1, 4, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);
        var held = buyer.reserve(concert, token, seats.subList(0, 1)).expect(201);

        shop.admin().edit(concert, "{\"hidden\":true}").expect(200);

        buyer.reserve(concert, token, seats.subList(1, 2)).refused(404, "schedule-not-found");
        shop.user().join(concert).refused(404, "concert-not-found");
        await().atMost(SHOWN).untilAsserted(() -> {
            shop.get("/api/v1/concerts/" + concert.id()).refused(404, "concert-not-found");
            for (var look : List.of("availability", "layout", "seats", "seat-states")) {
                buyer.send("GET", "/api/v1/schedules/" + concert.scheduleId() + "/" + look, null, "Queue-Token", token)
                        .refused(404, "schedule-not-found");
            }
        });
        assertThat(buyer.poll(token).text("status")).isEqualTo("ACTIVE");
        buyer.charge(1_000).expect(201);
        buyer.pay(Shop.paymentId(held)).expect(200);
        buyer.reservation(held.text("id")).expect(200);
        buyer.cancel(held.text("id")).expect(200);
        shop.admin().send("GET", "/api/v1/admin/queues/" + concert.id(), null).expect(200);
    }

    @Test
    void letsAdminsPrepareWhatIsHidden() {
        var admin = shop.admin();
        var concert = admin.concert(1, 4, 1_000);
        var buyer = shop.user();
        var seats = buyer.freeSeats(concert, buyer.admitted(concert));
        admin.edit(concert, "{\"hidden\":true}").expect(200);

        var schedule = "/api/v1/admin/schedules/" + concert.scheduleId();
        admin.send(
                        "POST",
                        schedule + "/blocks",
                        "{\"seatIds\":[\"%s\"],\"reason\":\"Sponsor\"}".formatted(seats.get(0)))
                .expect(201);
        admin.send(
                        "POST",
                        "/api/v1/admin/reservations",
                        "{\"scheduleId\":\"%s\",\"seatIds\":[\"%s\"],\"userId\":\"press\",\"reason\":\"Press\"}"
                                .formatted(concert.scheduleId(), seats.get(1)))
                .expect(201);

        admin.send("GET", schedule + "/blocks", null).expect(200);
        admin.send("GET", schedule + "/tickets", null).expect(200);
        var total =
                admin.send("GET", schedule + "/sales", null).expect(200).body().path("total");
        assertThat(total.path("blocked").asInt()).isEqualTo(1);
        assertThat(total.path("complimentary").asInt()).isEqualTo(1);
    }

    @Test
    void sellsEachSeatAtThePriceOfItsReservationWhileThePriceChanges() {
        var concert = shop.admin().concert(4, 10, 1_000);
        var buyers = IntStream.range(0, 8).mapToObj(_ -> shop.user()).toList();
        var tokens = AtOnce.each(buyers, buyer -> buyer.admitted(concert));
        var seats = buyers.getFirst().freeSeats(concert, tokens.getFirst());
        var admin = shop.admin();
        List<Callable<Boolean>> things = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            var buyer = buyers.get(i);
            var token = tokens.get(i);
            var own = seats.subList(i * 4, i * 4 + 4);
            things.add(() -> {
                var amount = buyer.reserve(concert, token, own)
                        .expect(201)
                        .body()
                        .path("amount")
                        .asLong();
                return amount == 4_000 || amount == 8_000;
            });
        }
        things.add(() -> admin.editSchedule(concert, "\"sections\":[{\"name\":\"A\",\"price\":2000}]")
                        .expect(200)
                        .status()
                == 200);

        assertThat(AtOnce.all(things)).as("no reservation mixes two prices").containsOnly(true);

        await().atMost(SHOWN)
                .untilAsserted(() -> assertThat(shop.get("/api/v1/schedules/" + concert.scheduleId() + "/availability")
                                .body()
                                .path("sections")
                                .path(0)
                                .path("price")
                                .asLong())
                        .isEqualTo(2_000));
        assertThat(shop.admin().integrity().path("ok").asBoolean()).isTrue();
    }

    @Test
    void letsThoseWhoHavePaidCancelUntilTheNewStart() {
        var concert = shop.admin().concert(1, 2, 1_000, Instant.now().plus(Duration.ofHours(1)));
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var held = buyer.reserve(concert, token, buyer.freeSeats(concert, token).subList(0, 1))
                .expect(201);
        buyer.charge(1_000).expect(201);
        buyer.pay(Shop.paymentId(held)).expect(200);

        var moved = shop.admin()
                .editSchedule(
                        concert, "\"startsAt\":\"%s\"".formatted(Instant.now().plus(Duration.ofDays(3))))
                .expect(200);

        assertThat(moved.body().path("schedules").path(0).path("movedFrom").isNull())
                .isFalse();
        buyer.cancel(held.text("id")).expect(200);
    }
}
