package dev.frontrow.reservation.adapter.in.event;

import dev.frontrow.concert.FirstConcertsPublished;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.edge.UserId;
import dev.frontrow.reservation.application.port.in.BlockSeats;
import dev.frontrow.reservation.application.port.in.BlockSeats.BlockOrder;
import dev.frontrow.reservation.application.port.in.GiveTickets;
import dev.frontrow.reservation.application.port.in.GiveTickets.Gift;
import dev.frontrow.reservation.application.port.in.JoinWaitingList;
import dev.frontrow.reservation.application.port.in.LookAtSeats;
import dev.frontrow.reservation.application.query.SeatLayout;
import dev.frontrow.reservation.domain.Reason;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatWish;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the first concerts of a service in demo mode look as if somebody had been there: the evening with the fewest seats is sold
 * out and waited for, and of the first one with several sections a row is blocked.
 *
 * <p>All of it in the transaction that publishes the concerts, so it is there once, and with them. Nobody else sees them yet, so
 * nothing is locked that others wait for.
 */
@Component
@ConditionalOnBooleanProperty("frontrow.demo.enabled")
class DemoSeats {

    private static final UserId ORGANISER = new UserId("demo-organiser");

    private final LookAtSeats lookAtSeats;
    private final BlockSeats blockSeats;
    private final GiveTickets giveTickets;
    private final JoinWaitingList joinWaitingList;

    DemoSeats(
            LookAtSeats lookAtSeats, BlockSeats blockSeats, GiveTickets giveTickets, JoinWaitingList joinWaitingList) {
        this.lookAtSeats = lookAtSeats;
        this.blockSeats = blockSeats;
        this.giveTickets = giveTickets;
        this.joinWaitingList = joinWaitingList;
    }

    @EventListener
    void on(FirstConcertsPublished event) {
        event.schedules().stream()
                .filter(schedule -> schedule.sections().size() > 1)
                .findFirst()
                .ifPresent(schedule -> blockRow(schedule.scheduleId()));
        event.schedules().stream()
                .min(Comparator.comparingInt(DemoSeats::seatCount))
                .ifPresent(schedule -> sellOut(schedule.scheduleId()));
    }

    /** The last row of the first section. */
    private void blockRow(ScheduleId scheduleId) {
        var layout = lookAtSeats.asAnybody(scheduleId).layout();
        var row = layout.sections().getFirst().rows().getLast();
        blockSeats.block(
                new BlockOrder(ORGANISER, null, scheduleId, seats(layout, row), new Reason("For the sound desk")));
    }

    /** One gift a row, so that seats become free where one of them is cancelled. */
    private void sellOut(ScheduleId scheduleId) {
        var layout = lookAtSeats.asAnybody(scheduleId).layout();
        var rows = layout.sections().stream()
                .flatMap(section -> section.rows().stream())
                .toList();
        for (int n = 0; n < rows.size(); n++) {
            var guest = new UserId("demo-guest-" + (n + 1));
            giveTickets.give(new Gift(
                    ORGANISER,
                    null,
                    scheduleId,
                    seats(layout, rows.get(n)),
                    guest,
                    new Reason("Friends of the house")));
        }
        Stream.of("demo-waiting-1", "demo-waiting-2")
                .forEach(user -> joinWaitingList.join(
                        scheduleId, new UserId(user), new SeatWish(2, Collections.emptySortedSet())));
    }

    private static SortedSet<SeatId> seats(SeatLayout layout, SeatLayout.Row row) {
        return IntStream.range(row.from(), row.until())
                .mapToObj(layout::seat)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int seatCount(ScheduleOpened schedule) {
        return schedule.sections().stream()
                .mapToInt(section -> section.rows() * section.seatsPerRow())
                .sum();
    }
}
