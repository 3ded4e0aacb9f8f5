package dev.frontrow.concert.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.StoredConcerts;
import dev.frontrow.concert.StoredConcerts.Evening;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.application.query.SaleStatus;
import dev.frontrow.concert.application.query.ScheduleView;
import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class JdbcConcertViewsTests {

    private final ConcertViews views;
    private final StoredConcerts stored;
    private final JdbcClient jdbc;

    JdbcConcertViewsTests(ConcertViews views, StoredConcerts stored, JdbcClient jdbc) {
        this.views = views;
        this.stored = stored;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
    }

    /** The clock stands still within one statement, so a block of code meets each edge to the microsecond. */
    @ParameterizedTest
    @CsvSource({
        "1 microsecond, 1 hour, UPCOMING",
        "0, 1 hour, OPEN",
        "-1 microsecond, 1 hour, OPEN",
        "-1 hour, 1 microsecond, OPEN",
        "-1 hour, 0, CLOSED",
        "-1 hour, -1 microsecond, CLOSED"
    })
    void tellsTheSaleStatusToTheMicrosecond(String opens, String closes, String expected) {
        stored.concert("Paper Lanterns", Evening.onSale(Duration.ofHours(2)));

        jdbc.sql("""
                do $$
                begin
                  update concert.schedule
                     set sales_open_at = statement_timestamp() + interval '%s',
                         sales_close_at = statement_timestamp() + interval '%s';
                  assert (select sale_status from concert.schedule_now) = '%s';
                end $$
                """.formatted(opens, closes, expected)).update();
    }

    @Test
    void listsTheSchedulesThatMatchAlone() {
        stored.concert(
                "Paper Lanterns",
                Evening.over(Duration.ofDays(1)),
                Evening.soldUntilJustNow(Duration.ofHours(1)),
                Evening.upcoming(Duration.ofHours(3)),
                Evening.onSale(Duration.ofHours(2)));

        assertThat(statuses(SaleFilter.of("open"))).containsExactly(SaleStatus.OPEN);
        assertThat(statuses(SaleFilter.of("upcoming"))).containsExactly(SaleStatus.UPCOMING);
        assertThat(statuses(SaleFilter.of("all")))
                .containsExactly(SaleStatus.CLOSED, SaleStatus.CLOSED, SaleStatus.OPEN, SaleStatus.UPCOMING);
    }

    @Test
    void leavesOutConcertsWithoutAMatchingSchedule() {
        stored.concert("Over", Evening.over(Duration.ofDays(1)));
        stored.concert("Sold", Evening.soldUntilJustNow(Duration.ofHours(1)));
        stored.concert("Soon", Evening.upcoming(Duration.ofHours(2)));
        stored.concert("Now", Evening.onSale(Duration.ofHours(3)));

        assertThat(titles(SaleFilter.of("open"))).containsExactly("Now");
        assertThat(titles(SaleFilter.of("upcoming"))).containsExactly("Soon");
        assertThat(titles(SaleFilter.of("all"))).containsExactly("Sold", "Soon", "Now", "Over");
    }

    @Test
    void movesASaleFromUpcomingToOpenToClosedAsTimePasses() {
        stored.concert("Paper Lanterns", Evening.upcoming(Duration.ofHours(2)));
        assertThat(titles(SaleFilter.of("open"))).isEmpty();

        jdbc.sql("update concert.schedule set sales_open_at = statement_timestamp()")
                .update();
        assertThat(titles(SaleFilter.of("open"))).hasSize(1);
        assertThat(titles(SaleFilter.of("upcoming"))).isEmpty();

        jdbc.sql("update concert.schedule set sales_close_at = statement_timestamp()")
                .update();
        assertThat(titles(SaleFilter.of("open"))).isEmpty();
        assertThat(titles(SaleFilter.of("all"))).hasSize(1);
    }

    @Test
    void ordersByTheNextStartAndNotByOneThatHasPassedOrDoesNotMatch() {
        stored.concert("Third", Evening.over(Duration.ofDays(1)), Evening.onSale(Duration.ofHours(9)));
        stored.concert("First", Evening.onSale(Duration.ofHours(5)), Evening.onSale(Duration.ofHours(99)));
        stored.concert("Second", Evening.upcoming(Duration.ofHours(2)), Evening.onSale(Duration.ofHours(7)));

        assertThat(titles(SaleFilter.of("open"))).containsExactly("First", "Second", "Third");
        assertThat(titles(SaleFilter.of("all"))).containsExactly("Second", "First", "Third");
    }

    @Test
    void putsConcertsThatAreOverLastTheLatestFirst() {
        stored.concert("Long ago", Evening.over(Duration.ofDays(30)), Evening.over(Duration.ofDays(60)));
        stored.concert("Yesterday", Evening.over(Duration.ofDays(1)), Evening.over(Duration.ofDays(90)));
        stored.concert("Next year", Evening.onSale(Duration.ofDays(365)));

        assertThat(titles(SaleFilter.of("all"))).containsExactly("Next year", "Yesterday", "Long ago");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "7", "100"})
    void meetsEachConcertOnceOverAllPages(int limit) {
        var expected = new ArrayList<String>();
        for (int n = 0; n < 4; n++) {
            // Two evenings at the same time, and two concerts each at that time.
            stored.concert(
                    new UUID(n, 1), "Next " + n, Evening.onSale(hours(n)), Evening.onSale(hours(n)), upcoming(n));
            expected.add("Next " + n);
        }
        for (int n = 0; n < 4; n++) {
            stored.concert(new UUID(9 - n, 2), "Over " + n, Evening.over(hours(n)), Evening.over(hours(n)));
            expected.add("Over " + n);
        }

        assertThat(walk(SaleFilter.of("all"), limit)).containsExactlyElementsOf(expected);
        assertThat(walk(SaleFilter.of("open"), limit)).containsExactlyElementsOf(expected.subList(0, 4));
    }

    @Test
    void endsWithoutACursorWhereThePageIsJustFull() {
        stored.concert("One", Evening.onSale(Duration.ofHours(1)));
        stored.concert("Two", Evening.onSale(Duration.ofHours(2)));

        assertThat(views.page(SaleFilter.of("open"), new PageRequest(2, null)).nextCursor())
                .isNull();
        var first = views.page(SaleFilter.of("open"), new PageRequest(1, null));
        assertThat(Walk.of(new Cursor(Objects.requireNonNull(first.nextCursor())))
                        .after())
                .isEqualTo(new Position(
                        false,
                        stored.now().plus(Duration.ofHours(1)),
                        first.items().getFirst().id()));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void meetsAConcertWhoseEarlierSaleOpensBetweenTwoPages(int limit) {
        stored.concert("One", Evening.onSale(Duration.ofHours(3)));
        stored.concert("Two", Evening.onSale(Duration.ofHours(4)));
        stored.concert("Three", Evening.onSale(Duration.ofHours(5)));
        var late = stored.concert("Late", Evening.upcoming(Duration.ofHours(1)), Evening.onSale(Duration.ofHours(9)));

        var met = walk(SaleFilter.of("open"), limit, () -> execute("""
                        update concert.schedule set sales_open_at = :now where concert_id = :id and sales_open_at > :now
                        """, late));

        assertThat(met).containsExactly("One", "Two", "Three", "Late");
        assertThat(titles(SaleFilter.of("open"))).as("the next walk").containsExactly("Late", "One", "Two", "Three");
    }

    @Test
    void meetsAConcertWhoseNextSaleClosesBetweenTwoPagesOnce() {
        stored.concert("One", Evening.onSale(Duration.ofHours(3)));
        var early = stored.concert("Early", Evening.onSale(Duration.ofHours(2)), Evening.onSale(Duration.ofHours(9)));
        var over = stored.concert("Over", Evening.onSale(Duration.ofHours(5)));

        var met = walk(SaleFilter.of("open"), 1, () -> {
            execute("""
                    update concert.schedule set sales_close_at = :now
                     where concert_id = :id and starts_at < :now + interval '3 hours'
                    """, early);
            execute("update concert.schedule set sales_close_at = :now where concert_id = :id", over);
        });

        assertThat(met).as("without what nobody can reserve any more").containsExactly("Early", "One");
    }

    @Test
    void meetsAConcertOnceThoughItsFirstEveningBeginsBetweenTwoPages() {
        var begun = stored.concert("Begun", Evening.over(Duration.ofHours(1)), Evening.onSale(Duration.ofHours(9)));
        stored.concert("Later", Evening.onSale(Duration.ofHours(3)));
        stored.concert("Over", Evening.over(Duration.ofDays(1)));
        var metWhenItHadNotBegun = new Walk(
                stored.now().minus(Duration.ofHours(2)),
                new Position(false, stored.now().minus(Duration.ofHours(1)), begun));

        var rest = views.page(SaleFilter.of("all"), new PageRequest(100, metWhenItHadNotBegun.cursor()));

        assertThat(rest.items()).extracting(ConcertView::title).containsExactly("Later", "Over");
    }

    @Test
    void tellsHowLongItTakesUntilASaleOpensOrClosesOrAScheduleStarts() {
        assertThat(views.untilNextChange()).isGreaterThan(Duration.ofDays(1));

        stored.concert("Over", Evening.over(Duration.ofDays(1)));
        assertThat(views.untilNextChange()).isGreaterThan(Duration.ofDays(1));
        stored.concert("Starts", new Evening(Duration.ofHours(-3), Duration.ofHours(-2), Duration.ofHours(9)));
        assertUntilNextChange(Duration.ofHours(9));
        stored.concert("Closes", new Evening(Duration.ofHours(-3), Duration.ofHours(8), Duration.ofHours(99)));
        assertUntilNextChange(Duration.ofHours(8));
        stored.concert("Opens", new Evening(Duration.ofHours(7), Duration.ofHours(98), Duration.ofHours(99)));
        assertUntilNextChange(Duration.ofHours(7));
    }

    private void assertUntilNextChange(Duration expected) {
        assertThat(views.untilNextChange()).isBetween(expected.minusMinutes(1), expected);
    }

    @Test
    void showsAllSchedulesOfOneConcertByTheirStart() {
        var id = stored.concert(
                "Paper Lanterns",
                Evening.upcoming(Duration.ofHours(3)),
                Evening.over(Duration.ofDays(1)),
                Evening.onSale(Duration.ofHours(2)));
        stored.concert("Another", Evening.onSale(Duration.ofHours(1)));

        var concert = views.find(id).orElseThrow();

        assertThat(concert.title()).isEqualTo("Paper Lanterns");
        assertThat(concert.timeZone()).isEqualTo("Asia/Seoul");
        assertThat(concert.schedules())
                .extracting(ScheduleView::saleStatus)
                .containsExactly(SaleStatus.CLOSED, SaleStatus.OPEN, SaleStatus.UPCOMING);
        assertThat(concert.schedules().get(1).startsAt()).isEqualTo(stored.now().plus(Duration.ofHours(2)));
    }

    @Test
    void findsNoConcertThatIsNotThere() {
        assertThat(views.find(ConcertId.generate())).isEmpty();
    }

    private static Duration hours(int n) {
        return Duration.ofHours(1 + n / 2);
    }

    private static Evening upcoming(int n) {
        return Evening.upcoming(Duration.ofDays(n + 1));
    }

    private List<SaleStatus> statuses(SaleFilter sale) {
        return views.page(sale, new PageRequest(100, null)).items().stream()
                .flatMap(concert -> concert.schedules().stream())
                .map(ScheduleView::saleStatus)
                .toList();
    }

    private List<String> titles(SaleFilter sale) {
        return views.page(sale, new PageRequest(100, null)).items().stream()
                .map(ConcertView::title)
                .toList();
    }

    private void execute(String sql, ConcertId id) {
        jdbc.sql(sql.replace(":now", "statement_timestamp()"))
                .param("id", id.value())
                .update();
    }

    private List<String> walk(SaleFilter sale, int limit) {
        return walk(sale, limit, () -> {});
    }

    /** The titles on the pages in their order, of which something happens behind the first. */
    private List<String> walk(SaleFilter sale, int limit, Runnable behindTheFirst) {
        var met = new ArrayList<String>();
        @Nullable Cursor after = null;
        do {
            var page = views.page(sale, new PageRequest(limit, after));
            assertThat(page.items()).hasSizeBetween(1, limit);
            page.items().forEach(concert -> met.add(concert.title()));
            if (after == null) {
                behindTheFirst.run();
            }
            after = page.nextCursor() == null ? null : new Cursor(page.nextCursor());
        } while (after != null);
        return met;
    }
}
