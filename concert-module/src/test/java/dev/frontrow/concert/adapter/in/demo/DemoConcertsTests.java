package dev.frontrow.concert.adapter.in.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.frontrow.AtOnce;
import dev.frontrow.ModuleTest;
import dev.frontrow.concert.SeatsStandIn;
import dev.frontrow.concert.StoredConcerts;
import dev.frontrow.concert.StoredConcerts.Evening;
import dev.frontrow.concert.application.port.in.PublishFirstConcerts;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.ConcertViews;
import dev.frontrow.concert.application.query.SaleFilter;
import dev.frontrow.concert.application.query.ScheduleView;
import dev.frontrow.edge.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@ModuleTest
class DemoConcertsTests {

    private static final PageRequest ALL = new PageRequest(100, null);

    private final PublishFirstConcerts firstConcerts;
    private final ConcertViews views;
    private final StoredConcerts stored;
    private final SeatsStandIn seats;

    DemoConcertsTests(
            PublishFirstConcerts firstConcerts, ConcertViews views, StoredConcerts stored, SeatsStandIn seats) {
        this.firstConcerts = firstConcerts;
        this.views = views;
        this.stored = stored;
        this.seats = seats;
    }

    @BeforeEach
    void noConcert() {
        stored.clear();
        seats.forget();
    }

    @AfterEach
    void nobodyReacts() {
        seats.forget();
    }

    @Test
    void offersHallsOfEachSizeOnSaleNowAndOneFromTomorrowOn() {
        start();

        assertThat(views.page(SaleFilter.of("open"), ALL).items())
                .flatExtracting(ConcertView::schedules)
                .extracting(ScheduleView::seatCount)
                .containsExactly(50, 12, 1_200, 1_200, 116, 20_000);
        assertThat(views.page(SaleFilter.of("open"), ALL).items())
                .flatExtracting(ConcertView::schedules)
                .allSatisfy(schedule -> {
                    assertThat(schedule.salesCloseAt()).isAfter(stored.now().plus(Duration.ofDays(60)));
                    assertThat(schedule.salesCloseAt()).isBefore(schedule.startsAt());
                });
        assertThat(views.page(SaleFilter.of("upcoming"), ALL).items())
                .singleElement()
                .satisfies(concert -> assertThat(concert.schedules())
                        .extracting(ScheduleView::salesOpenAt)
                        .allSatisfy(opensAt -> assertThat(opensAt)
                                .isBetween(
                                        stored.now().plus(Duration.ofHours(23)),
                                        stored.now().plus(Duration.ofHours(25)))));
    }

    @Test
    void showsWhatWasMovedAndHidesWhatIsNotAnnouncedYet() {
        start();

        assertThat(views.page(SaleFilter.of("all"), ALL).items())
                .flatExtracting(ConcertView::schedules)
                .filteredOn(schedule -> schedule.movedFrom() != null)
                .singleElement()
                .satisfies(schedule -> assertThat(schedule.movedFrom()).isBefore(schedule.startsAt()));
        assertThat(stored.count()
                        - views.page(SaleFilter.of("all"), ALL).items().size())
                .isEqualTo(1);
    }

    @Test
    void tellsOfEachScheduleLikeAnyOtherConcert() {
        start();

        assertThat(seats.heard()).hasSize(8);
        assertThat(seats.heard().getFirst().sections()).singleElement().satisfies(section -> {
            assertThat(section.rows()).isEqualTo(5);
            assertThat(section.seatsPerRow()).isEqualTo(10);
            assertThat(section.price()).isEqualTo(80_000);
        });
    }

    @Test
    void leavesAServiceAloneThatHasConcerts() {
        stored.concert("Long ago", Evening.over(Duration.ofDays(400)));

        start();

        assertThat(stored.count()).isEqualTo(1);
    }

    @Test
    void publishesNothingAtTheSecondStart() {
        start();
        start();

        assertThat(stored.count()).isEqualTo(7);
    }

    @Test
    void publishesOneSetForManyInstancesThatStartAtOnce() {
        AtOnce.times(8, () -> {
            start();
            return "started";
        });

        assertThat(stored.count()).isEqualTo(7);
        assertThat(seats.heard()).hasSize(8);
    }

    @Test
    void leavesTheClaimToTheNextStartWhereThisOneFails() {
        seats.reactBy(event -> {
            throw new IllegalStateException("no room for seats");
        });
        assertThat(catchThrowable(this::start)).hasMessage("no room for seats");
        assertThat(stored.count()).isZero();

        seats.forget();
        start();

        assertThat(stored.count()).isEqualTo(7);
    }

    @Test
    void isThereInDemoModeAlone() {
        var context = new ApplicationContextRunner()
                .withBean(PublishFirstConcerts.class, () -> programme -> List.of())
                .withUserConfiguration(DemoConcerts.class);

        context.run(plain -> assertThat(plain).doesNotHaveBean(DemoConcerts.class));
        context.withPropertyValues("frontrow.demo.enabled=false")
                .run(off -> assertThat(off).doesNotHaveBean(DemoConcerts.class));
        context.withPropertyValues("frontrow.demo.enabled=true")
                .run(on -> assertThat(on).hasSingleBean(DemoConcerts.class));
    }

    private void start() {
        new DemoConcerts(firstConcerts).start();
    }
}
