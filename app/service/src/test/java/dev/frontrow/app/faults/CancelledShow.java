package dev.frontrow.app.faults;

import static java.util.stream.Gatherers.windowFixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Concert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** A show whose seats are paid when it is cancelled, some of them at the same moment. */
final class CancelledShow {

    private static final int SEATS_A_GUEST = 4;
    private static final int AT_ONCE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Shop.Admin organiser;
    private final Concert concert;
    private final List<Guest> paid;
    private final List<Guest> paying;
    private final Tally tally = new Tally();
    private int seen;

    private CancelledShow(Shop.Admin organiser, Shop shop, int paid, int paying) {
        this.organiser = organiser;
        this.concert = organiser.concert(paid + paying, SEATS_A_GUEST, Buyer.PRICE);
        var observer = shop.user();
        var places = observer.freeSeats(concert, observer.admitted(concert)).stream()
                .gather(windowFixed(SEATS_A_GUEST))
                .toList();
        this.paid = guests(shop, places.subList(0, paid));
        this.paying = guests(shop, places.subList(paid, places.size()));
    }

    /**
     * A show of which nearly all is paid.
     *
     * @param paid how many guests have four paid reservations
     * @param paying how many have four more, which they pay or give up when the show is cancelled
     */
    static CancelledShow sold(Shop shop, int paid, int paying) {
        var show = new CancelledShow(shop.admin(), shop, paid, paying);
        AtOnce.each(
                show.paid.stream()
                        .gather(windowFixed(Math.ceilDiv(paid, AT_ONCE)))
                        .toList(),
                some -> {
                    some.forEach(Guest::pay);
                    return some.size();
                });
        return show;
    }

    private List<Guest> guests(Shop shop, List<List<String>> places) {
        return AtOnce.each(
                        places.stream()
                                .gather(windowFixed(Math.max(1, Math.ceilDiv(places.size(), AT_ONCE))))
                                .toList(),
                        some -> some.stream()
                                .map(seats -> new Guest(shop, concert, seats, tally))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Cancels it in the middle of those who pay and give up; waits for all of them. */
    void cancel() {
        var things = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < SEATS_A_GUEST; i++) {
            for (var guest : paying) {
                var reservation = i;
                things.add(() -> reservation % 2 == 0 ? guest.pay(reservation) : guest.release(reservation));
            }
        }
        things.add(things.size() / 2, () -> {
            tally.untilAnswered(() -> organiser.cancelShow(concert, "Rain")).expect(202);
            return true;
        });
        AtOnce.all(things);
    }

    /** Waits until more refunds are made than before; tells whether some are left. */
    boolean awaitMoreRefunds() {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> refunds().path("refundsDone").asInt(0) > seen || isDone());
        seen = refunds().path("refundsDone").asInt(0);
        return !isDone();
    }

    private boolean isDone() {
        return refunds().path("status").asString("").equals("DONE");
    }

    private JsonNode refunds() {
        return tally.untilAnswered(() -> organiser.refunds(concert)).expect(200).body();
    }

    /** Waits for the last refund, and sees that each guest has got back what was paid, once; tells how many refunds there were. */
    int check() {
        await().atMost(PATIENCE).until(this::isDone);
        var refunded =
                AtOnce.each(
                                List.of(paid, paying),
                                guests -> guests.stream().mapToInt(Guest::check).sum())
                        .stream()
                        .mapToInt(count -> count)
                        .sum();
        assertThat(refunded).isGreaterThanOrEqualTo(paid.size() * SEATS_A_GUEST);
        assertThat(refunds().path("refundsTotal").asInt(0)).isEqualTo(refunded);
        assertThat(refunds().path("refundsDone").asInt(0)).isEqualTo(refunded);
        assertThat(refunds().path("pointsReturned").asLong(0)).isEqualTo(refunded * Buyer.PRICE);
        return refunded;
    }
}
