package dev.frontrow.reservation;

import static dev.frontrow.reservation.BoxOffice.OPEN;
import static dev.frontrow.reservation.BoxOffice.STARTS_AT;
import static dev.frontrow.reservation.BoxOffice.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.FirstConcertsPublished;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.ScheduleOpened.Section;
import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the seats of a demo's first concerts. */
@ModuleTest
class DemoSeatsTests {

    private static final List<Section> HALL = List.of(new Section("A", 5, 4, 100));
    private static final List<Section> ROOM = List.of(new Section("A", 3, 4, 100));
    private static final List<Section> THEATRE = List.of(new Section("A", 2, 10, 100), new Section("B", 1, 10, 50));

    private final BoxOffice office;
    private final WaitingScene list;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    DemoSeatsTests(
            BoxOffice office, WaitingScene list, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.office = office;
        this.list = list;
        this.events = events;
        this.transaction = transaction;
    }

    @Test
    void sellsOutTheSmallestEveningAndHasTwoUsersWaitForIt() {
        var hall = office.open(OPEN, STARTS_AT, HALL);
        var room = office.open(OPEN, STARTS_AT, ROOM);

        publish(opened(hall, HALL), opened(room, ROOM));

        assertThat(states(room)).hasSize(12).containsOnly("SOLD");
        assertThat(states(hall)).hasSize(20).containsOnly("AVAILABLE");
        assertThat(list.status(new UserId("demo-waiting-1"), room)).isEqualTo("WAITING");
        assertThat(list.status(new UserId("demo-waiting-2"), room)).isEqualTo("WAITING");
        assertThat(list.join(somebody(), room, 1)).isTrue();
        assertThat(office.violations()).isEmpty();
    }

    @Test
    void blocksTheLastRowOfTheFirstSectionWhereThereAreSeveral() {
        var room = office.open(OPEN, STARTS_AT, ROOM);
        var theatre = office.open(OPEN, STARTS_AT, THEATRE);
        var another = office.open(OPEN, STARTS_AT, THEATRE);

        publish(opened(room, ROOM), opened(theatre, THEATRE), opened(another, THEATRE));

        assertThat(states(theatre).subList(10, 20)).containsOnly("BLOCKED");
        assertThat(states(theatre).subList(0, 10)).containsOnly("AVAILABLE");
        assertThat(states(theatre).subList(20, 30)).containsOnly("AVAILABLE");
        assertThat(office.blocks(theatre))
                .singleElement()
                .satisfies(block -> assertThat(block.seatIds()).hasSize(10));
        assertThat(states(another)).containsOnly("AVAILABLE");
    }

    @Test
    void leavesNothingBehindWhereTheConcertsAreNotPublishedAfterAll() {
        var room = office.open(OPEN, STARTS_AT, ROOM);
        var theatre = office.open(OPEN, STARTS_AT, THEATRE);

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new FirstConcertsPublished(List.of(opened(room, ROOM), opened(theatre, THEATRE))));
            status.setRollbackOnly();
        });

        assertThat(states(room)).containsOnly("AVAILABLE");
        assertThat(states(theatre)).containsOnly("AVAILABLE");
        assertThat(list.status(new UserId("demo-waiting-1"), room)).isEqualTo("nothing");
    }

    private void publish(ScheduleOpened... schedules) {
        office.publish(new FirstConcertsPublished(List.of(schedules)));
    }

    private static ScheduleOpened opened(ScheduleSale sale, List<Section> sections) {
        return new ScheduleOpened(sale.scheduleId(), sale.concertId(), sections);
    }

    /** The state of each seat, in the order of the layout. */
    private List<String> states(ScheduleSale sale) {
        return office.seats(sale).stream()
                .map(office::seat)
                .map(seat -> seat.split(" ")[0])
                .toList();
    }
}
