package dev.frontrow.app.faults;

import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Concert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many who wait for seats of a schedule: some pay what they are offered, some don't, some leave the list. Others, who are not on
 * it, try to get a seat all the while.
 */
final class Waiters implements AutoCloseable {

    private static final int MANY = 500;
    private static final int JOIN_AT_ONCE = 25;
    private static final int OUTSIDERS = 2;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final Duration LEAVES_BY = Duration.ofSeconds(30);
    private static final Duration PAYS_BY = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Concert concert;
    private final JdbcClient database;
    private final Tally tally;
    private final Map<String, Waiter> waiters = new LinkedHashMap<>();
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final Background background = new Background();

    private Waiters(Concert concert, JdbcClient database, Tally tally) {
        this.concert = concert;
        this.database = database;
        this.tally = tally;
    }

    /** What somebody does with an offer, or before there is one. */
    enum Intention {
        PAY,
        LET_GO,
        LEAVE
    }

    /** Somebody who waits for so many seats, of that section if one is named; and when leaving was asked and answered. */
    static final class Waiter {

        final Shop.User user;
        final int seats;
        final @Nullable String section;
        final Intention intention;
        volatile @Nullable Instant askedToLeave;
        volatile @Nullable Instant left;

        private Waiter(Shop.User user, int seats, @Nullable String section, Intention intention) {
            this.user = user;
            this.seats = seats;
            this.section = section;
            this.intention = intention;
        }
    }

    /** They join, some at a time, and outsiders begin to try. */
    static Waiters of(SoldOutShow show, Shop shop, JdbcClient database, Tally tally) {
        var waiters = new Waiters(show.concert, database, tally);
        var random = new Random(3);
        for (var from = 0; from < MANY; from += JOIN_AT_ONCE) {
            var joining = IntStream.range(0, JOIN_AT_ONCE)
                    .mapToObj(_ -> waiter(shop, random))
                    .toList();
            AtOnce.each(
                            joining,
                            waiter -> waiter.section == null
                                    ? waiter.user.waitFor(show.concert, waiter.seats)
                                    : waiter.user.waitFor(show.concert, waiter.seats, waiter.section))
                    .forEach(joined -> joined.expect(201));
            joining.forEach(waiter -> waiters.waiters.put(waiter.user.id, waiter));
        }
        for (var i = 0; i < OUTSIDERS; i++) {
            var outsider = shop.user();
            var token = outsider.admitted(show.concert);
            waiters.background.begin(() -> waiters.snatch(outsider, token, show.seatIds()));
        }
        return waiters;
    }

    private static Waiter waiter(Shop shop, Random random) {
        var seats = List.of(1, 1, 1, 1, 1, 2, 2, 3, 3, 4).get(random.nextInt(10));
        var section = new ArrayList<@Nullable String>(List.of("A", "B"));
        var intention = List.of(Intention.PAY, Intention.PAY, Intention.PAY, Intention.LET_GO, Intention.LEAVE)
                .get(random.nextInt(5));
        var any = random.nextInt(3) > 0;
        return new Waiter(shop.user(), seats, any ? null : section.get(random.nextInt(2)), intention);
    }

    private void snatch(Shop.User outsider, String token, List<String> seatIds) {
        var random = new Random();
        while (!background.isOver()) {
            var seat = seatIds.get(random.nextInt(seatIds.size()));
            tally.untilAnswered(() -> outsider.reserve(concert, token, List.of(seat)))
                    .refused(409, "seat-taken");
            Tally.pause();
        }
    }

    /** From now on they do as they intend. */
    void act() {
        background.begin(this::followOffers);
        var random = new Random(4);
        for (var waiter : waiters.values()) {
            if (waiter.intention == Intention.LEAVE) {
                var after = Duration.ofMillis(random.nextLong(LEAVES_BY.toMillis()));
                background.begin(() -> leave(waiter, after));
            }
        }
    }

    private void followOffers() throws InterruptedException {
        while (!background.isOver()) {
            database.sql("""
                select user_id, reservation_id
                  from reservation.waiting_entry
                 where schedule_id = :schedule and status = 'OFFERED'
                """)
                    .param("schedule", UUID.fromString(concert.scheduleId()))
                    .query((row, _) -> Map.entry(row.getString("user_id"), row.getObject("reservation_id", UUID.class)))
                    .list()
                    .forEach(offer -> {
                        if (seen.add(offer.getValue())) {
                            offered(waiters.get(offer.getKey()));
                        }
                    });
            Thread.sleep(LOOKS_EVERY);
        }
    }

    private void offered(Waiter waiter) {
        if (waiter.intention == Intention.PAY) {
            var after = Duration.ofMillis(ThreadLocalRandom.current().nextLong(PAYS_BY.toMillis()));
            background.begin(() -> pay(waiter, after));
        }
    }

    /** Pays the offer as the user sees it, unless it is over before that is done. */
    private void pay(Waiter waiter, Duration after) throws InterruptedException {
        Thread.sleep(after);
        var user = waiter.user;
        var place = tally.untilAnswered(() -> user.place(concert)).expect(200);
        if (!place.text("status").equals("OFFERED")) {
            return;
        }
        var offer = tally.untilAnswered(() -> user.reservation(place.text("reservationId")))
                .expect(200);
        var key = UUID.randomUUID().toString();
        tally.untilAnswered(() -> user.charge(Buyer.PRICE * waiter.seats, key)).expect(201);
        tally.acknowledged();
        var paid = tally.untilAnswered(() -> user.pay(Shop.paymentId(offer)));
        if (paid.status() == 409) {
            paid.refused(409, "reservation-expired");
        } else {
            paid.expect(200);
            tally.acknowledged();
        }
    }

    private void leave(Waiter waiter, Duration after) throws InterruptedException {
        Thread.sleep(after);
        waiter.askedToLeave = Instant.now();
        var answer = tally.untilAnswered(() -> waiter.user.stopWaiting(concert));
        if (answer.status() == 404) {
            answer.refused(404, "not-on-waiting-list");
        } else {
            answer.expect(204);
            tally.acknowledged();
        }
        waiter.left = Instant.now();
    }

    /** Waits until so many offers more are made. */
    void awaitOffers(int more) {
        var wanted = seen.size() + more;
        await().atMost(PATIENCE).until(() -> {
            background.check();
            return seen.size() >= wanted;
        });
    }

    /** By user. */
    Map<String, Waiter> all() {
        return waiters;
    }

    int offers() {
        return seen.size();
    }

    /** Sees that nobody was answered what may not be. */
    void check() {
        background.check();
    }

    @Override
    public void close() {
        background.close();
    }
}
