package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A schedule of two sections, of which all seats are taken, a few each by many buyers. A part of them becomes free again, in all
 * the ways there are.
 */
final class SoldOutShow implements AutoCloseable {

    private static final long PRICE = Buyer.PRICE;
    private static final int SEATS_OF_A_WAY = 50;
    private static final int AT_ONCE_MAX = 4;

    final Concert concert;
    private final Shop shop;
    private final Shop.Admin organiser;
    private final Tally tally;
    private final List<Taken> taken = new ArrayList<>();
    private final Background background = new Background();

    /** By seat, when at the latest it was free. */
    private final Map<Long, Instant> freed = new ConcurrentHashMap<>();

    private SoldOutShow(Concert concert, Shop shop, Shop.Admin organiser, Tally tally) {
        this.concert = concert;
        this.shop = shop;
        this.organiser = organiser;
        this.tally = tally;
    }

    /** How seats become free: a block is taken away, somebody cancels, releases or does not pay. The rest stays sold. */
    private enum Way {
        UNBLOCKED,
        CANCELLED,
        RELEASED,
        EXPIRED,
        NEVER
    }

    /** Seats that somebody took together. */
    private record Taken(Way way, List<String> seatIds, Runnable givingBack) {}

    /** Opens the sale and takes all seats; those that will expire last. */
    static SoldOutShow of(Shop.Admin organiser, Shop shop, Tally tally) {
        var concert = organiser.concert(10, 20, PRICE);
        organiser
                .send(
                        "POST",
                        "/api/v1/admin/schedules/" + concert.scheduleId() + "/sections",
                        "{\"name\":\"B\",\"rows\":4,\"seatsPerRow\":20,\"price\":%d}".formatted(PRICE))
                .expect(201);
        var show = new SoldOutShow(concert, shop, organiser, tally);
        var observer = shop.user();
        var seatIds = new ArrayList<>(observer.freeSeats(concert, observer.admitted(concert)));
        Collections.shuffle(seatIds, new Random(1));
        for (var way : Way.values()) {
            var many = way == Way.NEVER ? seatIds.size() : SEATS_OF_A_WAY;
            var groups = groups(seatIds.subList(0, many));
            show.taken.addAll(AtOnce.each(groups, group -> show.take(way, group)));
            seatIds.subList(0, many).clear();
        }
        return show;
    }

    /** Of one, two, three and four seats, one after the other. */
    private static List<List<String>> groups(List<String> seatIds) {
        var groups = new ArrayList<List<String>>();
        for (var from = 0; from < seatIds.size(); ) {
            var to = Math.min(seatIds.size(), from + 1 + groups.size() % AT_ONCE_MAX);
            groups.add(List.copyOf(seatIds.subList(from, to)));
            from = to;
        }
        return groups;
    }

    private Taken take(Way way, List<String> seatIds) {
        if (way == Way.UNBLOCKED) {
            return blocked(seatIds);
        }
        var buyer = shop.user();
        buyer.charge(PRICE * seatIds.size()).expect(201);
        var reservation =
                buyer.reserve(concert, buyer.admitted(concert), seatIds).expect(201);
        var id = reservation.text("id");
        if (way == Way.CANCELLED || way == Way.NEVER) {
            buyer.pay(Shop.paymentId(reservation)).expect(200);
        }
        return new Taken(way, seatIds, () -> {
            if (way == Way.CANCELLED) {
                answered(200, tally.untilAnswered(() -> buyer.cancel(id)));
            } else {
                answered(204, tally.untilAnswered(() -> buyer.release(id)));
            }
        });
    }

    private Taken blocked(List<String> seatIds) {
        var block = organiser
                .send(
                        "POST",
                        "/api/v1/admin/schedules/" + concert.scheduleId() + "/blocks",
                        "{\"seatIds\":[\"%s\"],\"reason\":\"kept\"}".formatted(String.join("\",\"", seatIds)))
                .expect(201);
        var path = "/api/v1/admin/blocks/" + block.text("id");
        return new Taken(
                Way.UNBLOCKED,
                seatIds,
                () -> answered(204, tally.untilAnswered(() -> organiser.send("DELETE", path, null))));
    }

    private static void answered(int expected, Answer answer) {
        answer.expect(expected);
    }

    /** Lets seats become free at random moments of that time; those that nobody pays for when their time has come. */
    void free(Duration within) {
        var random = new Random(2);
        for (var group : taken) {
            if (group.way != Way.EXPIRED && group.way != Way.NEVER) {
                var after = Duration.ofMillis(random.nextLong(within.toMillis()));
                background.begin(() -> {
                    Thread.sleep(after);
                    group.givingBack.run();
                    var now = Instant.now();
                    group.seatIds.forEach(seatId -> freed.put(Long.valueOf(seatId), now));
                });
            }
        }
    }

    /** All seats that become free, whichever way. */
    List<Long> freeInTheEnd() {
        return taken.stream()
                .filter(group -> group.way != Way.NEVER)
                .flatMap(group -> group.seatIds.stream())
                .map(Long::valueOf)
                .toList();
    }

    /** By seat, when it was free at the latest, of those that somebody gave back. */
    Map<Long, Instant> freed() {
        background.check();
        assertThat(freed).hasSize(3 * SEATS_OF_A_WAY);
        return freed;
    }

    /** All seats, each as often as there are. */
    List<String> seatIds() {
        return taken.stream().flatMap(group -> group.seatIds.stream()).toList();
    }

    @Override
    public void close() {
        background.close();
    }
}
