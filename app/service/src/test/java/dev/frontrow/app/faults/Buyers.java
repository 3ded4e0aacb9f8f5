package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Concert;
import dev.frontrow.app.faults.Purchase.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * So many buyers at a time, each who is done making room for the next, until they are stopped. Two of them may go for the same
 * seat.
 */
final class Buyers implements AutoCloseable {

    private static final List<Plan> PLANS = List.of(Plan.KEEP, Plan.CANCEL, Plan.RELEASE, Plan.KEEP);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Shop shop;
    private final List<Hall> halls;
    private final Tally tally = new Tally();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> atWork = new ArrayList<>();

    /** Those who are done and have not been checked yet, and those who have. */
    private final ConcurrentLinkedQueue<Buyer> done = new ConcurrentLinkedQueue<>();

    private final List<Buyer> checked = new ArrayList<>();
    private volatile Pace pace = Pace.NONE;
    private volatile boolean stopped;

    private Buyers(Shop shop, List<Hall> halls) {
        this.shop = shop;
        this.halls = halls;
    }

    /** Opens the sale of a hall, and lets so many buyers come at a time. */
    static Buyers come(Shop.Admin organiser, Shop shop, int atOnce, int rows, int seatsPerRow) {
        return come(organiser, shop, atOnce, 1, rows, seatsPerRow);
    }

    /** Opens the sales of so many halls, and lets so many buyers come at a time, to one hall after the other. */
    static Buyers come(Shop.Admin organiser, Shop shop, int atOnce, int halls, int rows, int seatsPerRow) {
        var observer = shop.user();
        var buyers = new Buyers(
                shop,
                Stream.generate(() -> Hall.open(organiser, observer, rows, seatsPerRow))
                        .limit(halls)
                        .toList());
        for (var i = 0; i < atOnce; i++) {
            buyers.atWork.add(buyers.threads.submit(buyers::buy));
        }
        return buyers;
    }

    private void buy() {
        while (!stopped) {
            var hall = halls.stream().filter(Hall::hasRoom).findFirst().orElseGet(halls::getLast);
            var buyer = new Buyer(shop, hall.concert, hall::nextSeat, () -> pace, tally);
            buyer.buy(PLANS);
            done.add(buyer);
        }
    }

    /** Waits until so many more changes are acknowledged. */
    void acknowledge(int more) {
        var wanted = tally.acknowledgedSoFar() + more;
        await().atMost(PATIENCE).until(() -> areWell() && tally.acknowledgedSoFar() >= wanted);
    }

    private boolean areWell() throws Exception {
        for (var each : atWork) {
            if (each.isDone()) {
                each.get();
            }
        }
        return true;
    }

    /** Waits until so many more changes are acknowledged, but no longer than that; answers how many were. */
    long acknowledge(int more, Duration atMost) {
        var before = tally.acknowledgedSoFar();
        var end = System.nanoTime() + atMost.toNanos();
        await().atMost(atMost.plus(PATIENCE))
                .until(() -> areWell() && (tally.acknowledgedSoFar() >= before + more || System.nanoTime() - end >= 0));
        return tally.acknowledgedSoFar() - before;
    }

    /** Has them change no more than that, all together, from now on. */
    void keepTo(Pace steady) {
        pace = steady;
    }

    /** Sees that those who are done have all that was acknowledged to them. */
    void checkThoseWhoAreDone() {
        var them = Stream.generate(done::poll).takeWhile(Objects::nonNull).toList();
        them.parallelStream().forEach(Buyer::check);
        checked.addAll(them);
    }

    /** Lets those who are there come to an end, and sees that all have what was acknowledged to them, and no two the same seat. */
    void finish() throws Exception {
        stopped = true;
        for (var each : atWork) {
            each.get();
        }
        checked.addAll(done);
        done.clear();
        checked.parallelStream().forEach(Buyer::check);
        assertThat(checked.stream().flatMap(buyer -> buyer.kept().stream())).doesNotHaveDuplicates();
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    /** Seats that are tried one after the other, each by one buyer or a few. */
    private static final class Hall {

        /** How far behind the next seat that nobody has tried yet a buyer may look. */
        private static final int CONTESTED = 4;

        /** More than those who are there go on to try. */
        private static final int KEPT_BACK = 2_000;

        private final Concert concert;
        private final List<String> seatIds;
        private int nextSeat;

        private Hall(Concert concert, List<String> seatIds) {
            this.concert = concert;
            this.seatIds = seatIds;
        }

        static Hall open(Shop.Admin organiser, Shop.User observer, int rows, int seatsPerRow) {
            var concert = organiser.concert(rows, seatsPerRow, Buyer.PRICE);
            return new Hall(concert, observer.freeSeats(concert, observer.admitted(concert)));
        }

        synchronized boolean hasRoom() {
            return nextSeat < seatIds.size() - KEPT_BACK;
        }

        synchronized String nextSeat() {
            if (nextSeat == seatIds.size()) {
                throw new IllegalStateException("all seats have been tried");
            }
            var behind = ThreadLocalRandom.current().nextInt(CONTESTED);
            return seatIds.get(behind == 0 ? nextSeat++ : Math.max(0, nextSeat - behind));
        }
    }
}
