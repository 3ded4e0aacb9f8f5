package dev.frontrow.app.benchmark;

import dev.frontrow.app.benchmark.BoxOffice.Concert;
import dev.frontrow.app.benchmark.BoxOffice.Place;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A million in one line, put there by SQL while nobody looked, and others to compare with.
 *
 * @param crowded places behind the million
 * @param quiet places in a line of nobody else
 * @param few a line of some thousands
 * @param many lines of some hundreds each
 */
record Million(List<Place> crowded, List<Place> quiet, Concert few, List<Concert> many) {

    static final int WAITING = 1_000_000;
    static final int ASKING = 1_000;
    static final int LINES = 200;

    private static final int FEW = 60_000;
    private static final int EACH_OF_MANY = 1_000;

    /** Has them all stand in line there. Leaves no service running, so that the next one finds them. */
    static Million prepared(Options options, Storage storage, Bearers bearers) {
        Bench.prepare(options, storage, bearers);
        try (var service = ServiceProcess.start(options, storage.settings());
                var box = new BoxOffice(service.address(), bearers)) {
            var database = storage.database().get();
            var users = bearers.users(ASKING);
            var crowded = box.concert(1);
            reserveNumbers(database, crowded, WAITING);
            var few = box.concert(1);
            var many = IntStream.range(0, LINES).mapToObj(_ -> box.concert(1)).toList();
            var million = new Million(box.joined(crowded, users), box.joined(box.concert(1), users), few, many);
            reserveNumbers(database, few, FEW);
            many.forEach(concert -> reserveNumbers(database, concert, EACH_OF_MANY));
            fill(database, few, FEW);
            many.forEach(concert -> fill(database, concert, EACH_OF_MANY));
            // Last, and the service stops: it does not begin to follow this.
            fill(database, crowded, WAITING);
            database.client().sql("analyze").update();
            database.client().sql("checkpoint").update();
            return million;
        }
    }

    Concert crowdedConcert() {
        return crowded.getFirst().concert();
    }

    private static void reserveNumbers(Database database, Concert concert, int count) {
        database.client()
                .sql("update queue.line_number set last_number = :count where concert_id = :concert")
                .param("count", count)
                .param("concert", UUID.fromString(concert.id()))
                .update();
    }

    private static void fill(Database database, Concert concert, int count) {
        database.client()
                .sql("""
                insert into queue.token (concert_id, number, user_id, status)
                select :concert, n, 'waiting-' || n, 'WAITING' from generate_series(1, :count) n
                """)
                .param("concert", UUID.fromString(concert.id()))
                .param("count", count)
                .update();
    }
}
