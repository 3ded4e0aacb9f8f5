package dev.frontrow.concert.adapter.in.web;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.Reading;
import dev.frontrow.edge.SharedAnswer;
import dev.frontrow.edge.SharedJson;
import dev.frontrow.edge.SharedReadings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads, writes down and compresses the list and the concerts once a second for all who look, and once more when the clock
 * changes something: a sale that opens shows at once.
 */
@Component
class RenderedConcerts {

    private static final long BYTES_MAX = 16L << 20;

    private final ConcertViews concerts;
    private final SharedJson json;
    private final SharedReadings<ConcertId, Optional<SharedAnswer<ConcertView>>> single;
    private final SharedReadings<Listed, SharedAnswer<Page<ConcertView>>> pages;

    RenderedConcerts(ConcertViews concerts, SharedJson json, Ticker ticker) {
        this.concerts = concerts;
        this.json = json;
        this.single = new SharedReadings<>(
                BYTES_MAX, concert -> concert.map(RenderedConcerts::weight).orElse(0), ticker);
        this.pages = new SharedReadings<>(BYTES_MAX, RenderedConcerts::weight, ticker);
    }

    /** The concert with all its schedules; one that is not there is looked for each time. */
    Optional<SharedAnswer<ConcertView>> concert(ConcertId id) {
        return single.get(id, this::readConcert);
    }

    /** A page of the list. */
    SharedAnswer<Page<ConcertView>> page(SaleFilter sale, PageRequest request) {
        return pages.get(new Listed(sale, request), this::readPage);
    }

    /** Has the next reader of the list find what was published, and whoever reads the concert what was changed. */
    void forget(ConcertId changed) {
        single.forget(changed::equals);
        pages.forget(listed -> true);
    }

    private Reading<Optional<SharedAnswer<ConcertView>>> readConcert(ConcertId id) {
        var holds = concerts.untilNextChange();
        var concert = concerts.find(id);
        return new Reading<>(
                concert.map(view -> SharedAnswer.of(json.write(view))), concert.isPresent() ? holds : Duration.ZERO);
    }

    /**
     * A walk over the pages meets all concerts only if none of its pages is older than the one before. So whoever reads a page
     * has the next one read anew.
     */
    private Reading<SharedAnswer<Page<ConcertView>>> readPage(Listed listed) {
        var holds = concerts.untilNextChange();
        var page = concerts.page(listed.sale, listed.request);
        pages.forget(other -> other.isNext(listed, page));
        return new Reading<>(SharedAnswer.of(json.write(page)), holds);
    }

    private static int weight(SharedAnswer<?> answer) {
        return answer.content().get().weight();
    }

    private record Listed(SaleFilter sale, PageRequest request) {

        boolean isNext(Listed before, Page<?> page) {
            var cursor = request.cursor();
            return cursor != null && sale.equals(before.sale) && cursor.text().equals(page.nextCursor());
        }
    }
}
