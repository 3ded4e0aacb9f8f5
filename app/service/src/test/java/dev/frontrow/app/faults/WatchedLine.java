package dev.frontrow.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A line that few are let into at a time, of people who ask each second where they stand, now and then by joining again, and who
 * leave once they are let in. Some vanish without a word. All that they are told is kept, and compared afterwards with what was
 * true.
 */
final class WatchedLine implements AutoCloseable {

    private static final int PEOPLE = 400;
    private static final int JOIN_AT_ONCE = 25;
    private static final int CAP = 3;
    private static final int A_SECOND = 1;
    private static final Duration ASKS_EVERY = Duration.ofSeconds(1);

    /** Of so many requests, one joins again instead of asking. */
    private static final int ONE_JOINS_OF = 10;

    private static final int ONE_VANISHES_OF = 10;

    private static final Duration VANISHED_BY = Duration.ofSeconds(60);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    /** A second by the contract, and another for a machine that works hard. */
    private static final Duration LATE_MAX = Duration.ofSeconds(2);

    /** An instance that was frozen answers as it remembers, until it has followed the lines again. */
    private static final Duration WAKES_WITHIN = Duration.ofSeconds(1);

    private static final Duration ABANDONED_BY = Duration.ofSeconds(90);
    private static final Set<Integer> PASSING = Set.of(502, 503, 504);

    private final Concert concert;
    private final JdbcClient database;
    private final List<Person> people = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Background background = new Background();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private final Set<String> vanished = ConcurrentHashMap.newKeySet();

    /** Who has joined again without an answer: an instance that wakes may do it when they have left long ago. */
    private final Set<String> joinedUnanswered = ConcurrentHashMap.newKeySet();

    private Instant thawed = Instant.EPOCH;
    private Duration latest = Duration.ZERO;

    private WatchedLine(Concert concert, JdbcClient database) {
        this.concert = concert;
        this.database = database;
    }

    /** What somebody was told, and between which instants. */
    private record Told(int position, Instant asked, Instant answered) {}

    private record Person(
            Shop.User user, String token, @Nullable Instant vanishes, List<Told> told) {}

    /** What the database says of a place in the end; {@code left} is when it was no longer among those that wait. */
    private record Place(
            long number,
            String userId,
            Instant left,
            @Nullable String reason) {

        private static Place map(ResultSet row, int n) throws SQLException {
            var left = row.getTimestamp("left");
            return new Place(
                    row.getLong("number"),
                    row.getString("user_id"),
                    left == null ? Instant.MAX : left.toInstant(),
                    row.getString("reason"));
        }
    }

    /** Everybody joins, some at a time, and begins to ask; then the line begins to move. */
    static WatchedLine of(Shop.Admin organiser, Shop shop, JdbcClient database) {
        var line = new WatchedLine(organiser.concert(1, 1, 1_000), database);
        line.settle(organiser, true);
        for (var from = 0; from < PEOPLE; from += JOIN_AT_ONCE) {
            var joined = AtOnce.times(JOIN_AT_ONCE, () -> line.person(line.tally.user(shop)));
            joined.forEach(person -> line.background.begin(() -> line.wait(person)));
            line.people.addAll(joined);
        }
        line.settle(organiser, false);
        line.background.begin(line::lookAtTheCap);
        return line;
    }

    private void settle(Shop.Admin organiser, boolean paused) {
        organiser
                .send(
                        "PUT",
                        "/api/v1/admin/queues/" + concert.id(),
                        "{\"maxActive\":%d,\"admissionsPerSecond\":%d,\"paused\":%s}".formatted(CAP, A_SECOND, paused))
                .expect(200);
    }

    private Person person(Shop.User user) {
        var vanishes = ThreadLocalRandom.current().nextInt(ONE_VANISHES_OF) == 0;
        return new Person(
                user,
                tally.untilAnswered(() -> user.join(concert)).text("token"),
                vanishes ? Instant.now().plus(upTo(VANISHED_BY)) : null,
                new ArrayList<>());
    }

    private static Duration upTo(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis()));
    }

    private void lookAtTheCap() throws InterruptedException {
        while (!background.isOver()) {
            assertThat(count("status = 'ACTIVE'")).as("active").isLessThanOrEqualTo(CAP);
            looks.incrementAndGet();
            Thread.sleep(LOOKS_EVERY);
        }
    }

    private void wait(Person person) throws InterruptedException {
        Thread.sleep(upTo(ASKS_EVERY));
        while (person.vanishes == null || Instant.now().isBefore(person.vanishes)) {
            var asked = Instant.now();
            var answer = ask(person);
            var status = answer.text("status");
            if (PASSING.contains(answer.status())) {
                refused.incrementAndGet();
            } else if (status.equals("ACTIVE")) {
                leave(person);
                return;
            } else {
                assertThat(answer.text("token")).isEqualTo(person.token);
                assertThat(status).as(answer.raw().body()).isEqualTo("WAITING");
                var position = answer.body().path("position");
                person.told.add(new Told(position.asInt(Integer.MAX_VALUE), asked, Instant.now()));
            }
            Thread.sleep(ASKS_EVERY);
        }
        vanished.add(person.user.id);
    }

    private Answer ask(Person person) {
        if (ThreadLocalRandom.current().nextInt(ONE_JOINS_OF) > 0) {
            return person.user.poll(person.token);
        }
        try {
            var answer = person.user.join(concert);
            if (PASSING.contains(answer.status())) {
                joinedUnanswered.add(person.user.id);
            }
            return answer;
        } catch (UncheckedIOException cutOff) {
            joinedUnanswered.add(person.user.id);
            return person.user.join(concert);
        }
    }

    private static void leave(Person person) throws InterruptedException {
        while (person.user
                        .send("DELETE", "/api/v1/queue-tokens/current", null, "Queue-Token", person.token)
                        .status()
                != 204) {
            Thread.sleep(ASKS_EVERY);
        }
    }

    /** Takes note that an instance that was frozen is thawed now. */
    void thawing() {
        thawed = Instant.now();
    }

    /**
     * Sees that nobody was surprised; that the places of those who vanished, and of nobody else, are gone; that cap and order
     * were kept; and that whatever anybody was told was true within a second.
     */
    void check() throws InterruptedException {
        await().atMost(ABANDONED_BY).pollInterval(Duration.ofSeconds(1)).until(() -> {
            background.check();
            return places().stream()
                    .noneMatch(place -> place.left.equals(Instant.MAX) && vanished.contains(place.userId));
        });
        background.end();
        var all = places();
        assertThat(all.subList(PEOPLE, all.size())).extracting(Place::userId).isSubsetOf(joinedUnanswered);
        var places = all.subList(0, PEOPLE);
        assertThat(places).allSatisfy(place -> {
            if (vanished.contains(place.userId)) {
                assertThat(place.reason).as(place.userId).isIn("ABANDONED", "NO_SHOW");
            } else {
                assertThat(place.reason).as(place.userId).isIn(null, "GIVEN_UP");
            }
        });
        assertThat(number("select max(active_after) from queue.admission where concert_id = :concert"))
                .isBetween(1L, (long) CAP);
        checkTheOrder();
        people.forEach(person -> checkWhatWasTold(person, places));
        assertThat(latest).as("how late a position was").isLessThanOrEqualTo(LATE_MAX);
    }

    private void checkTheOrder() {
        assertThat(number("""
            select count(*)
              from (select admitted_at, max(admitted_at) over (order by number rows unbounded preceding) as latest
                      from queue.token
                     where concert_id = :concert and admitted_at is not null) token
             where admitted_at < latest
            """)).as("let in before somebody of a lower number").isZero();
        assertThat(number("""
            select count(*)
              from queue.token t
             where concert_id = :concert and admitted_at is null
               and exists (select
                             from queue.token later
                            where later.concert_id = t.concert_id and later.number > t.number
                              and later.admitted_at < coalesce(t.ended_at, 'infinity'))
            """)).as("passed over").isZero();
    }

    /** A position was true at some instant from shortly before it was asked for until it was told. */
    private void checkWhatWasTold(Person person, List<Place> places) {
        var leftAhead = places.stream()
                .takeWhile(place -> !place.userId.equals(person.user.id))
                .map(Place::left)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (var told : person.told) {
            var ahead = told.position - 1;
            assertThat(ahead).as(told.toString()).isBetween(0, leftAhead.size());
            if (ahead < leftAhead.size()) {
                assertThat(leftAhead.get(ahead)).as("since when " + told).isBeforeOrEqualTo(told.answered);
            }
            if (ahead > 0 && !isOfOneThatWakes(told)) {
                var late = Duration.between(leftAhead.get(ahead - 1), told.asked);
                latest = late.compareTo(latest) > 0 ? late : latest;
            }
        }
    }

    private boolean isOfOneThatWakes(Told told) {
        return !told.answered.isBefore(thawed) && told.answered.isBefore(thawed.plus(WAKES_WITHIN));
    }

    private long count(String condition) {
        return number("select count(*) from queue.token where concert_id = :concert and " + condition);
    }

    private long number(String question) {
        return database.sql(question)
                .param("concert", UUID.fromString(concert.id()))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private List<Place> places() {
        return database.sql("""
            select number, user_id, coalesce(admitted_at, ended_at) as left, reason
              from queue.token
             where concert_id = :concert
             order by number
            """)
                .param("concert", UUID.fromString(concert.id()))
                .query(Place::map)
                .list();
    }

    @Override
    public String toString() {
        return ("%d of %d let in, %d of %d who vanished abandoned, %d looks at the cap, %d answers of a place,"
                        + " the latest by %d ms, %d refused")
                .formatted(
                        count("admitted_at is not null"),
                        PEOPLE,
                        count("reason = 'ABANDONED'"),
                        vanished.size(),
                        looks.get(),
                        people.stream().mapToInt(person -> person.told.size()).sum(),
                        latest.toMillis(),
                        refused.get());
    }

    @Override
    public void close() {
        background.close();
    }
}
