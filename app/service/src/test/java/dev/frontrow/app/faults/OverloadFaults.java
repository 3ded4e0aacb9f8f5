package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop.Concert;
import dev.frontrow.app.benchmark.load.Load;
import dev.frontrow.app.benchmark.load.Request;
import dev.frontrow.app.benchmark.load.Visitor;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Ten times as many requests as the service can serve, in a small heap: some are served, the rest are told so, in time. */
class OverloadFaults {

    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("faults.overloadSeconds", 120));
    private static final int TIMES = 10;

    /** The part of what it changes at most that it changes in spite of all the others. */
    private static final int CHANGES_AT_LEAST = 4;

    /** Nobody, served or not, waits for longer than it would take to serve all who are there so often, one after the other. */
    private static final int ALL_SERVED = 2;

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration WELL_AGAIN_WITHIN = Duration.ofMinutes(1);

    private static final int USERS = 1_000;
    private static final int AT_ONCE = 64;

    /** Of a connection each; a few thousand less than an instance takes. */
    private static final int IMPATIENT = 8_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private record User(String id, String bearer, String token) {}

    @Test
    void servesWhatItCanAndRefusesTheRestInTime() throws Exception {
        try (var site = Site.start(directory, 1, SMALL)) {
            var organiser = site.shop.admin();
            var concert = organiser.concert(1, 10, 1_000);
            organiser
                    .send(
                            "PUT",
                            "/api/v1/admin/queues/" + concert.id(),
                            "{\"maxActive\":100000,\"admissionsPerSecond\":5,\"paused\":false}")
                    .expect(200);
            var polled = organiser.concert(1, 10, 1_000);
            var setUp = new Tally();
            var users = AtOnce.each(
                    IntStream.range(0, USERS).mapToObj(n -> "impatient-" + n).toList(), id -> {
                        var login =
                                setUp.untilAnswered(() -> site.shop.login(id)).expect(200);
                        var user = site.shop.user(id, login);
                        var place = setUp.untilAnswered(() -> user.join(polled));
                        assertThat(place.status()).isIn(200, 201);
                        return new User(id, login.text("accessToken"), place.text("token"));
                    });
            var address = new InetSocketAddress("127.0.0.1", site.port());

            run(address, users, AT_ONCE, Duration.ZERO, WARM_UP);
            var capacity = run(address, users, AT_ONCE, Duration.ZERO, LOOK);
            assertThat(capacity.refused()).isZero();
            var perSecond = capacity.served() / LOOK.toSeconds();
            var usualPace = Duration.ofSeconds(AT_ONCE).multipliedBy(TIMES).dividedBy(perSecond);
            var usual = run(address, users, AT_ONCE, usualPace, LOOK);
            System.out.printf("at most %d/s: %s%nat a tenth: %s%n", perSecond, capacity, usual);

            var newcomers = users.stream()
                    .map(user -> new Newcomer(user.id, user.bearer, concert, LASTS))
                    .toList();
            var heard = overrun(address, users, Duration.ofSeconds(IMPATIENT).dividedBy(perSecond * TIMES), newcomers);
            System.out.printf("%d/s: %s%n", heard.all() / LASTS.toSeconds(), heard);
            heard.check(1_000.0 * ALL_SERVED * (IMPATIENT + USERS) / perSecond);
            assertThat(heard.created() / LASTS.toSeconds())
                    .as("changes a second")
                    .isGreaterThan(capacity.created() / LOOK.toSeconds() / CHANGES_AT_LEAST);
            assertInOrder(site, concert, newcomers);

            await().atMost(WELL_AGAIN_WITHIN).until(() -> {
                var after = run(address, users, AT_ONCE, usualPace, LOOK);
                System.out.println("afterwards: " + after);
                return after.refused() == 0 && after.servedMillis(99) < 2 * usual.servedMillis(99) + 20;
            });
            site.check();
        }
    }

    /** So many ask at that pace, for that long. */
    private static Heard run(
            InetSocketAddress address, List<User> users, int visitors, Duration every, Duration lasts) {
        var heard = new Heard();
        try (var load = new Load(address, visitors)) {
            load.run(impatient(users, visitors, every, heard), lasts);
        }
        return heard;
    }

    private static Heard overrun(
            InetSocketAddress address, List<User> users, Duration every, List<Newcomer> newcomers) {
        var heard = new Heard();
        var all = new ArrayList<>(impatient(users, IMPATIENT, every, heard));
        all.addAll(newcomers);
        try (var load = new Load(address, IMPATIENT + USERS)) {
            load.run(all, LASTS);
        }
        return heard;
    }

    private static List<Visitor> impatient(List<User> users, int count, Duration every, Heard heard) {
        return IntStream.range(0, count)
                .<Visitor>mapToObj(n -> new Impatient(requests(users.get(n % users.size()), n), every, heard::add))
                .toList();
    }

    /** Charges, lists reservations and polls, in turns. */
    private static Supplier<Request> requests(User user, int first) {
        List<Function<User, Request>> ways = List.of(
                one -> Request.post(
                        "charge",
                        "/api/v1/points/charges",
                        "{\"amount\":1}",
                        "Authorization",
                        "Bearer " + one.bearer,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                one -> Request.get("list", "/api/v1/reservations", "Authorization", "Bearer " + one.bearer),
                one -> Request.get(
                        "poll",
                        "/api/v1/queue-tokens/current",
                        "Queue-Token",
                        one.token,
                        "Authorization",
                        "Bearer " + one.bearer));
        var turn = new int[] {first};
        return () -> ways.get(turn[0]++ % ways.size()).apply(user);
    }

    /** Who had a place before another asked for one is before them in line, and nobody was let in before who is ahead of them. */
    private static void assertInOrder(Site site, Concert concert, List<Newcomer> newcomers) {
        var placed = newcomers.stream()
                .filter(Newcomer::isPlaced)
                .collect(Collectors.toMap(each -> each.userId, each -> each));
        var line = site.database()
                .sql("""
                    select user_id, admitted_at is not null as admitted
                      from queue.token
                     where concert_id = cast(:id as uuid)
                     order by number
                    """)
                .param("id", concert.id())
                .query((row, _) -> new Place(row.getString("user_id"), row.getBoolean("admitted")))
                .list();
        var latestAsked = Long.MIN_VALUE;
        var allAdmitted = true;
        for (var place : line) {
            assertThat(allAdmitted || !place.admitted)
                    .as(place.userId + " was let in before others ahead")
                    .isTrue();
            allAdmitted = place.admitted;
            var newcomer = placed.get(place.userId);
            if (newcomer != null) {
                assertThat(latestAsked).as(place.userId + " came before").isLessThan(newcomer.placedNanos);
                latestAsked = Math.max(latestAsked, newcomer.askedNanos);
            }
        }
        assertThat(line.stream().map(Place::userId)).doesNotHaveDuplicates().containsAll(placed.keySet());
        System.out.printf(
                "%d of %d have joined, %d of them let in%n",
                line.size(),
                newcomers.size(),
                line.stream().filter(Place::admitted).count());
    }

    private record Place(String userId, boolean admitted) {}
}
