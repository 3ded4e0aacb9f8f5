package dev.frontrow.concert.adapter.in.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.AtOnce;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import dev.frontrow.concert.application.query.RefundTermsView;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.SharedBytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenderedConcertsTests {

    private static final ConcertId CONCERT = ConcertId.of("5f0c4a52-6a3c-4b52-9d0e-0f6a3b1c2d4e");
    private static final SaleFilter OPEN = SaleFilter.of("open");
    private static final PageRequest FIRST = page(null);
    private static final PageRequest SECOND = page("1");
    private static final PageRequest THIRD = page("2");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger written = new AtomicInteger();
    private Programme programme = new Programme();
    private RenderedConcerts rendered = rendered();

    @BeforeEach
    void nothingReadYet() {
        nanos.set(0);
        written.set(0);
        programme = new Programme();
        rendered = rendered();
    }

    @Test
    void readsAndWritesAConcertOnceASecondHoweverManyLook() {
        var versions = AtOnce.times(50, () -> version(CONCERT));

        assertThat(versions).hasSize(50).containsOnly(version(CONCERT));
        assertThat(programme.read).hasValue(1);
        assertThat(written).hasValue(1);
        pass(Duration.ofMillis(999));
        assertThat(version(CONCERT)).isEqualTo(versions.getFirst());
        pass(Duration.ofMillis(1));
        assertThat(version(CONCERT)).isNotEqualTo(versions.getFirst());
        assertThat(programme.read).hasValue(2);
    }

    @Test
    void readsAPageOnceASecondHoweverManyLook() {
        var versions = AtOnce.times(50, () -> version(FIRST));

        assertThat(versions).hasSize(50).containsOnly(version(FIRST));
        assertThat(programme.read).hasValue(1);
        assertThat(version(SECOND)).isNotEqualTo(version(FIRST));
        rendered.page(SaleFilter.of("all"), FIRST);
        assertThat(programme.read).hasValue(3);
        pass(Duration.ofSeconds(1));
        assertThat(version(FIRST)).isNotEqualTo(versions.getFirst());
    }

    @Test
    void readsAnewAtTheInstantWhenTheClockChangesSomething() {
        programme.untilNextChange = Duration.ofNanos(300);
        var concert = version(CONCERT);
        var page = version(FIRST);

        pass(Duration.ofNanos(299));
        assertThat(version(CONCERT)).isEqualTo(concert);
        assertThat(version(FIRST)).isEqualTo(page);
        pass(Duration.ofNanos(1));
        assertThat(version(CONCERT)).isNotEqualTo(concert);
        assertThat(version(FIRST)).isNotEqualTo(page);
    }

    @Test
    void looksEachTimeForAConcertThatIsNotThere() {
        programme.isThere = false;
        assertThat(rendered.concert(CONCERT)).isEmpty();
        programme.isThere = true;

        assertThat(rendered.concert(CONCERT)).isPresent();
    }

    @Test
    void showsNoPageThatIsOlderThanTheOneBefore() {
        var first = version(FIRST);
        pass(Duration.ofMillis(400));
        var second = version(SECOND);
        var third = version(THIRD);
        pass(Duration.ofMillis(600));

        assertThat(version(FIRST)).as("a second old").isNotEqualTo(first);
        assertThat(version(THIRD))
                .as("the second page is as old as when it was read")
                .isEqualTo(third);
        var secondAgain = version(SECOND);
        assertThat(secondAgain).as("read after the first").isNotEqualTo(second);
        assertThat(version(THIRD)).as("read after the second").isNotEqualTo(third);
        assertThat(version(SECOND)).isEqualTo(secondAgain);
    }

    @Test
    void forgetsThePagesAndTheConcertThatWasChanged() {
        var concert = version(CONCERT);
        var first = version(FIRST);
        var second = version(SECOND);

        rendered.forget(ConcertId.generate());

        assertThat(version(FIRST)).isNotEqualTo(first);
        assertThat(version(SECOND)).isNotEqualTo(second);
        assertThat(version(CONCERT)).isEqualTo(concert);

        rendered.forget(CONCERT);

        assertThat(version(CONCERT)).isNotEqualTo(concert);
    }

    private RenderedConcerts rendered() {
        return new RenderedConcerts(
                programme,
                view -> {
                    written.incrementAndGet();
                    return SharedBytes.of(view.toString().getBytes(UTF_8));
                },
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String version(ConcertId id) {
        return rendered.concert(id).orElseThrow().version();
    }

    private String version(PageRequest page) {
        return rendered.page(OPEN, page).version();
    }

    private static PageRequest page(@Nullable String cursor) {
        return new PageRequest(20, cursor == null ? null : new Cursor(cursor));
    }

    /** Shows something else whenever it is read; each page is followed by the one whose cursor is the next number. */
    private static final class Programme implements ConcertViews {

        final AtomicInteger read = new AtomicInteger();
        Duration untilNextChange = Duration.ofDays(1);
        boolean isThere = true;

        @Override
        public Optional<ConcertView> find(ConcertId id) {
            return isThere ? Optional.of(concert()) : Optional.empty();
        }

        @Override
        public Page<ConcertView> page(SaleFilter sale, PageRequest request) {
            var cursor = request.cursor();
            int next = cursor == null ? 1 : Integer.parseInt(cursor.text()) + 1;
            return new Page<>(List.of(concert()), Integer.toString(next));
        }

        @Override
        public Duration untilNextChange() {
            return untilNextChange;
        }

        private ConcertView concert() {
            return new ConcertView(
                    CONCERT,
                    "Reading " + read.incrementAndGet(),
                    "Performer",
                    "Venue",
                    "Asia/Seoul",
                    4,
                    RefundTermsView.of(RefundTerms.IN_FULL_UNTIL_START),
                    List.of());
        }
    }
}
