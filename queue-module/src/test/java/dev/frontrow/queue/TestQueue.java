package dev.frontrow.queue;

import dev.frontrow.AtOnce;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ShowCancelled;
import dev.frontrow.edge.DatabaseTime;
import dev.frontrow.edge.Invariant;
import dev.frontrow.edge.UserId;
import dev.frontrow.queue.application.port.in.ChangeLine;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.domain.LineSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests do with lines: opens them, has users join them, looks behind them. */
@Component
public record TestQueue(
        JdbcClient jdbc,
        ChangeLine change,
        JoinLine join,
        ConcertsOnSale concerts,
        ApplicationEventPublisher events,
        TransactionTemplate transaction,
        List<Invariant> invariants) {

    public static final UserId ANN = new UserId("ann");
    public static final UserId BOB = new UserId("bob");

    /** Whoever came as this one of many. */
    public static UserId user(int nth) {
        return new UserId("user-" + nth);
    }

    public ConcertId concert(SaleWindow... windows) {
        var id = new ConcertId(UUID.randomUUID());
        concerts.put(new ConcertSale(id, List.of(windows)));
        return id;
    }

    public ConcertId openConcert() {
        return concert(window(Duration.ofHours(-1), Duration.ofHours(1)));
    }

    /** Has the concert be on sale in these windows from now on, and the line hear of it, as concert does it. */
    public void sell(ConcertId concertId, SaleWindow... windows) {
        var sale = new ConcertSale(concertId, List.of(windows));
        concerts.put(sale);
        transaction.executeWithoutResult(_ -> events.publishEvent(new SalesChanged(sale)));
    }

    /** Has the last show of the concert be cancelled now, and the line hear of it, as concert does it. */
    public void cancel(ConcertId concertId) {
        var now = jdbc.sql("select statement_timestamp() as now")
                .query((row, n) -> DatabaseTime.instant(row, "now"))
                .single();
        var sale = new ConcertSale(concertId, List.of(), now);
        concerts.put(sale);
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new ShowCancelled(ScheduleId.generate(), "Rain", now, sale)));
    }

    /** Has nobody find the concert any more but admins. */
    public void hide(ConcertId concertId) {
        concerts.hide(concertId);
    }

    /** A concert that nobody has ever found. */
    public ConcertId hiddenConcert() {
        var concertId = openConcert();
        concerts.hide(concertId);
        return concertId;
    }

    /** An open line that admits as many as the cap allows, whenever it is asked to. */
    public ConcertId fastLine(int maxActive) {
        var concertId = openConcert();
        change.change(concertId, _ -> new LineSettings(maxActive, 1_000_000, false), null);
        execute("update queue.line set bucket = 1000000 where concert_id = :concert", concertId);
        return concertId;
    }

    public static SaleWindow window(Duration opensIn, Duration closesIn) {
        var now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        return new SaleWindow(now.plus(opensIn), now.plus(closesIn));
    }

    public String token(UserId userId, ConcertId concertId) {
        return join.join(userId, concertId).place().token();
    }

    public List<String> tokens(ConcertId concertId, int count) {
        var tokens = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            tokens.add(token(user(i), concertId));
        }
        return tokens;
    }

    /** Has so many join at once, in any order. */
    public void crowd(ConcertId concertId, int count) {
        AtOnce.each(
                IntStream.rangeClosed(1, count).mapToObj(TestQueue::user).toList(), user -> join.join(user, concertId));
    }

    /** How often a promise of the lines is broken. */
    public long violations(String invariant) {
        return invariants.stream()
                .filter(promise -> promise.name().equals(invariant))
                .findFirst()
                .orElseThrow()
                .violations()
                .getAsLong();
    }

    /** Runs a statement about one concert. */
    public int execute(String sql, ConcertId concertId) {
        return jdbc.sql(sql).param("concert", concertId.value()).update();
    }

    /** Has the time in which a token must first be used be over, for everybody who looks from now on. */
    public void letTimeToUseBeOver(ConcertId concertId) {
        execute(
                "update queue.token set no_show_at = statement_timestamp() - interval '1 second' where concert_id = :concert",
                concertId);
    }

    /** Has it not be over for the transaction under way alone, as if this one had begun before. */
    public void beginInTime(ConcertId concertId) {
        execute(
                "update queue.token set no_show_at = statement_timestamp() + interval '1 minute' where concert_id = :concert",
                concertId);
    }

    /** Has the sales that end within 90 minutes be over. */
    public void letFirstSaleBeOver(ConcertId concertId) {
        execute("""
                update queue.line
                   set sale = sale - tstzmultirange(tstzrange(null, statement_timestamp() + interval '90 minutes'))
                 where concert_id = :concert
                """, concertId);
    }

    /** Has all sales be over since a second ago, and with them the time of whoever is admitted. */
    public void letAllSalesBeOver(ConcertId concertId) {
        execute("""
                with closed as (
                  update queue.line set closes_at = statement_timestamp() - interval '1 second'
                   where concert_id = :concert returning concert_id, closes_at)
                update queue.token t set expires_at = c.closes_at, no_show_at = null, changed = pg_current_xact_id()
                  from closed c where t.concert_id = c.concert_id and t.status = 'ACTIVE'
                """, concertId);
    }

    public List<Long> numbers(ConcertId concertId, String status) {
        return jdbc.sql("""
                select number from queue.token where concert_id = :concert and status = :status order by number
                """)
                .param("concert", concertId.value())
                .param("status", status)
                .query((row, n) -> row.getLong("number"))
                .list();
    }

    /** How many transactions changed the tokens of a line last. */
    public int transactions(ConcertId concertId) {
        return jdbc.sql("select count(distinct changed) from queue.token where concert_id = :concert")
                .param("concert", concertId.value())
                .query((row, n) -> row.getInt(1))
                .single();
    }

    public String reason(ConcertId concertId, long number) {
        return jdbc.sql("select reason from queue.token where concert_id = :concert and number = :number")
                .param("concert", concertId.value())
                .param("number", number)
                .query((row, n) -> String.valueOf(row.getString("reason")))
                .single();
    }
}
