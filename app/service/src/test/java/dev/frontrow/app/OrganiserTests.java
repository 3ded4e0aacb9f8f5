package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an organiser does with seats, through the whole service. */
@WholeService
class OrganiserTests {

    private final Shop shop;
    private final Shop.Admin admin;

    OrganiserTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
        this.admin = shop.admin();
    }

    @Test
    void blocksSeatsUntilTheyAreGivenOrTheBlockEnds() {
        var concert = admin.concert(1, 4, 1_000);
        var kim = shop.user();
        var token = kim.admitted(concert);
        var seats = kim.freeSeats(concert, token);

        var block = block(concert, seats.subList(0, 3)).expect(201);
        kim.reserve(concert, token, seats.subList(2, 4)).refused(409, "seat-taken");
        var given = give(concert, kim, seats.subList(0, 1)).expect(201);
        admin.send("DELETE", "/api/v1/admin/blocks/" + block.text("id"), null).expect(204);

        kim.reserve(concert, token, seats.subList(2, 4)).expect(201);
        give(concert, kim, seats.subList(1, 3)).refused(409, "seat-taken");
        assertThat(given.text("status")).isEqualTo("CONFIRMED");
        assertThat(isSound()).isTrue();
    }

    @Test
    void givesTicketsThatArePaidLikeAnyOthersAndCostNothing() {
        var concert = admin.concert(1, 2, 1_000);
        var kim = shop.user();
        var token = kim.admitted(concert);
        var seats = kim.freeSeats(concert, token);
        kim.charge(500).expect(201);

        var given = give(concert, kim, seats).expect(201);

        var own = kim.reservation(given.text("id")).expect(200);
        assertThat(own.body().path("complimentary").asBoolean(false)).isTrue();
        var paid = kim.pay(Shop.paymentId(given)).expect(200);
        assertThat(paid.text("status")).isEqualTo("PAID");
        assertThat(paid.body().path("balance").asLong(-1)).isEqualTo(500);
        assertThat(kim.get("/api/v1/points/transactions").body().path("items").size())
                .isEqualTo(1);
        assertThat(kim.poll(token).text("status"))
                .as("the place in line is not ended by it")
                .isEqualTo("ACTIVE");
        assertThat(isSound()).isTrue();

        assertThat(kim.cancel(given.text("id")).expect(200).text("status")).isEqualTo("CANCELLED");
        assertThat(kim.balance()).isEqualTo(500);
        kim.reserve(concert, token, seats).expect(201);
        assertThat(isSound()).isTrue();
    }

    @Test
    void letsOneWinOfBuyersAndOrganisersWhoWantASeatAtOnce() {
        var concert = admin.concert(1, 1, 1_000);
        var buyers = Stream.generate(shop::user).limit(4).toList();
        var tokens = buyers.stream().collect(Collectors.toMap(buyer -> buyer, buyer -> buyer.admitted(concert)));
        var seat = buyers.getFirst().freeSeats(concert, String.valueOf(tokens.get(buyers.getFirst())));
        var things = new ArrayList<Callable<Integer>>();
        for (var buyer : buyers) {
            things.add(() -> buyer.reserve(concert, String.valueOf(tokens.get(buyer)), seat)
                    .status());
            things.add(() -> block(concert, seat).status());
            things.add(() -> give(concert, buyer, seat).status());
        }

        var answers = AtOnce.all(things);

        // A block that wins may be followed by one gift of what is blocked.
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201).count()).isBetween(1L, 2L);
        assertThat(isSound()).isTrue();
    }

    @Test
    void keepsWhatIsTheOrganisersFromUsers() {
        var concert = admin.concert(1, 1, 1_000);
        var kim = shop.user();

        for (var path :
                List.of("/api/v1/admin/reservations", "/api/v1/admin/schedules/" + concert.scheduleId() + "/blocks")) {
            kim.send("GET", path, null).refused(403, "forbidden");
            kim.send("POST", path, "{}").refused(403, "forbidden");
        }
        kim.send("DELETE", "/api/v1/admin/blocks/x", null).refused(403, "forbidden");
    }

    private Answer block(Concert concert, List<String> seats) {
        return admin.send(
                "POST",
                "/api/v1/admin/schedules/" + concert.scheduleId() + "/blocks",
                "{\"seatIds\":" + json(seats) + ",\"reason\":\"Sound desk\"}");
    }

    private Answer give(Concert concert, Shop.User user, List<String> seats) {
        return admin.send(
                "POST",
                "/api/v1/admin/reservations",
                "{\"scheduleId\":\"" + concert.scheduleId() + "\",\"seatIds\":" + json(seats) + ",\"userId\":\""
                        + user.id + "\",\"reason\":\"Press\"}");
    }

    private boolean isSound() {
        return admin.integrity().path("ok").asBoolean(false);
    }

    private static String json(List<String> seats) {
        return seats.stream().map(seat -> '"' + seat + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
