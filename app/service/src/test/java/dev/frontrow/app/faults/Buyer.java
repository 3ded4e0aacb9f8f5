package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import dev.frontrow.app.faults.Purchase.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who buys a few seats one after the other, and sends whatever was not answered again, as the contract tells clients to:
 * with the same key, for the same payment. So each step comes to an answer in the end, and what must be there afterwards is
 * known exactly.
 */
final class Buyer {

    static final long PRICE = 1_000;

    private final Shop.User user;
    private final Concert concert;
    private final Supplier<String> seats;
    private final Supplier<Pace> pace;
    private final Tally tally;
    private final List<Purchase> purchases = new ArrayList<>();
    private String token = "";

    /**
     * Logs in.
     *
     * @param seats gives the next one to try
     * @param pace at which all buyers together change something
     */
    Buyer(Shop shop, Concert concert, Supplier<String> seats, Supplier<Pace> pace, Tally tally) {
        this.concert = concert;
        this.seats = seats;
        this.pace = pace;
        this.tally = tally;
        this.user = tally.user(shop);
    }

    /** Does all that is planned. */
    void buy(List<Plan> plans) {
        for (var plan : plans) {
            var key = "charge-" + UUID.randomUUID();
            var charge = acknowledged(201, () -> user.charge(PRICE, key));
            var purchase = reserved(plan, charge.text("id"));
            if (plan == Plan.RELEASE) {
                acknowledged(204, () -> user.release(purchase.reservationId()));
            } else {
                acknowledged(200, () -> user.pay(purchase.paymentId()));
            }
            if (plan == Plan.CANCEL) {
                acknowledged(200, () -> user.cancel(purchase.reservationId()));
            }
            purchases.add(purchase);
        }
    }

    /** Tries another seat when somebody else has it, with another key, and goes in line again when the last place has ended. */
    private Purchase reserved(Plan plan, String chargeId) {
        while (true) {
            waitInLine();
            pace.get().takeTurn();
            var seat = seats.get();
            var key = "reserve-" + UUID.randomUUID();
            var answer = tally.untilAnswered(() -> user.reserve(concert, token, List.of(seat), "Idempotency-Key", key));
            switch (answer.status()) {
                case 201 -> {
                    tally.acknowledged();
                    return new Purchase(plan, chargeId, answer.text("id"), Shop.paymentId(answer), seat);
                }
                case 409 -> answer.refused(409, "seat-taken");
                default -> {
                    answer.refused(410, "queue-token-expired");
                    token = "";
                }
            }
        }
    }

    private void waitInLine() {
        while (true) {
            if (token.isEmpty()) {
                token = tally.untilAnswered(() -> user.join(concert)).text("token");
                tally.acknowledged();
            }
            var status = tally.untilAnswered(() -> user.poll(token)).expect(200).text("status");
            tally.polled();
            switch (status) {
                case "ACTIVE" -> {
                    return;
                }
                case "EXPIRED" -> token = "";
                default -> Tally.pause();
            }
        }
    }

    private Answer acknowledged(int expected, Supplier<Answer> request) {
        pace.get().takeTurn();
        var answer = tally.untilAnswered(request).expect(expected);
        tally.acknowledged();
        return answer;
    }

    /** Sees that all that was acknowledged is there, once, and nothing else. */
    void check() {
        var ledger = items("/api/v1/points/transactions");
        assertThat(ledger.stream().map(entry -> entry.path("type").asString("")))
                .as("the ledger of " + user.id)
                .containsExactlyElementsOf(purchases.stream()
                        .flatMap(purchase -> purchase.plan().ledger.stream())
                        .toList()
                        .reversed());
        assertThat(ledger.stream().map(entry -> entry.path("id").asString("")))
                .containsAll(purchases.stream().map(Purchase::chargeId).toList());
        assertThat(got("/api/v1/points").path("balance").asLong(-1))
                .isEqualTo(PRICE * (purchases.size() - kept().size()));
        var reservations = items("/api/v1/reservations");
        assertThat(reservations).hasSameSizeAs(purchases);
        for (var i = 0; i < purchases.size(); i++) {
            check(purchases.get(i), reservations.get(purchases.size() - 1 - i));
        }
    }

    private static void check(Purchase purchase, JsonNode reservation) {
        assertThat(reservation.path("id").asString("")).isEqualTo(purchase.reservationId());
        assertThat(reservation.path("status").asString("")).isEqualTo(purchase.plan().reservation);
        assertThat(reservation.path("payment").path("id").asString("")).isEqualTo(purchase.paymentId());
        assertThat(reservation.path("payment").path("status").asString("")).isEqualTo(purchase.plan().payment);
        assertThat(reservation.path("tickets").path(0).path("seatId").asString(""))
                .isEqualTo(purchase.seatId());
    }

    /** The seats that are this buyer's. */
    List<String> kept() {
        return purchases.stream()
                .filter(purchase -> purchase.plan() == Plan.KEEP)
                .map(Purchase::seatId)
                .toList();
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(got(path + "?limit=100").path("items").spliterator(), false)
                .toList();
    }

    private JsonNode got(String path) {
        return tally.untilAnswered(() -> user.get(path)).expect(200).body();
    }
}
