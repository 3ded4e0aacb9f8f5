package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody with reservations of one seat each of a show that is cancelled: what was paid for them comes back, once. */
final class Guest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Shop.User user;
    private final Tally tally;
    private final long points;
    private final List<Answer> reservations = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();

    /** Comes, with points for all of it, and reserves the seats, each with a key of its own. */
    Guest(Shop shop, Concert show, List<String> seatIds, Tally tally) {
        this.user = shop.user();
        this.tally = tally;
        this.points = seatIds.size() * Buyer.PRICE;
        var charge = "charge-" + UUID.randomUUID();
        tally.untilAnswered(() -> user.charge(points, charge)).expect(201);
        var token = tally.untilAnswered(() -> user.join(show)).text("token");
        await().atMost(PATIENCE)
                .until(() -> tally.untilAnswered(() -> user.poll(token))
                        .text("status")
                        .equals("ACTIVE"));
        for (var seatId : seatIds) {
            var key = "reserve-" + UUID.randomUUID();
            reservations.add(
                    tally.untilAnswered(() -> user.reserve(show, token, List.of(seatId), "Idempotency-Key", key))
                            .expect(201));
        }
    }

    /** Pays for all reservations. */
    void pay() {
        for (var i = 0; i < reservations.size(); i++) {
            assertThat(pay(i)).isTrue();
        }
    }

    /** Pays for a reservation; tells whether that was before the show was cancelled. */
    boolean pay(int reservation) {
        var paymentId = Shop.paymentId(reservations.get(reservation));
        var answer = tally.untilAnswered(() -> user.pay(paymentId));
        if (answer.status() == 200) {
            acknowledged.add(paymentId);
            return true;
        }
        answer.refused(409, "payment-cancelled");
        return false;
    }

    /** Gives a reservation up; tells that it is. */
    boolean release(int reservation) {
        var id = reservations.get(reservation).text("id");
        tally.untilAnswered(() -> user.release(id)).expect(204);
        return true;
    }

    /** Sees that the points are what they were, and each payment has come back once; tells how many there were. */
    int check() {
        assertThat(user.balance()).as("the points of " + user.id).isEqualTo(points);
        var paid = references("PAYMENT");
        assertThat(paid).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(references("REFUND")).containsExactlyInAnyOrderElementsOf(paid);
        for (var reservation : reservations) {
            var found = user.reservation(reservation.text("id")).expect(200);
            var wasPaid = paid.contains(Shop.paymentId(found));
            assertThat(found.text("status")).isEqualTo(wasPaid ? "CANCELLED" : "RELEASED");
            assertThat(found.body().path("payment").path("status").asString(""))
                    .isEqualTo(wasPaid ? "REFUNDED" : "CANCELLED");
            assertThat(found.body().path("tickets").path(0).path("status").asString(""))
                    .isEqualTo("VOID");
        }
        return paid.size();
    }

    private List<String> references(String type) {
        return entries()
                .filter(entry -> entry.path("type").asString("").equals(type))
                .map(entry -> entry.path("reference").asString(""))
                .toList();
    }

    private Stream<JsonNode> entries() {
        var items = user.get("/api/v1/points/transactions?limit=100")
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }
}
