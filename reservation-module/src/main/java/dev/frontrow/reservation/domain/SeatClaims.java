package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Identifier;
import dev.frontrow.payment.Points;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Who gets which of some seats, decided one claim after another while nobody else can change them: the first to claim a
 * seat has it, and so has a block.
 */
public final class SeatClaims {

    private final Map<SeatId, Seat> unclaimed = new HashMap<>();
    private final Map<SeatId, ScheduleId> schedules = new HashMap<>();
    private final Set<ScheduleId> awaited;

    /** Decides about seats that are kept for nobody. */
    public SeatClaims(Collection<Seat> seats) {
        this(seats, Set.of());
    }

    /**
     * Decides about seats.
     *
     * @param awaited schedules whose free seats are kept for those who wait for them, so that nobody else can claim one
     */
    public SeatClaims(Collection<Seat> seats, Set<ScheduleId> awaited) {
        this.awaited = Set.copyOf(awaited);
        for (var seat : seats) {
            schedules.put(seat.id(), seat.scheduleId());
            unclaimed.put(seat.id(), seat);
        }
    }

    /**
     * Claims all of the seats for a buyer, or none.
     *
     * @return a ticket for each, in the order of the layout
     * @throws SeatNotFound if one of them is not a seat of the schedule
     * @throws SeatTaken if some of them can't be had, or are kept for others
     */
    public List<Ticket> claim(ScheduleId scheduleId, SortedSet<SeatId> ids) {
        var claimable = awaited.contains(scheduleId) ? Set.<SeatStatus>of() : Set.of(SeatStatus.AVAILABLE);
        return take(scheduleId, ids, claimable).stream()
                .map(seat -> new Ticket(Identifier.generate(), seat.id(), seat.label(), seat.price()))
                .toList();
    }

    /**
     * Claims all of the seats for nothing, or none; blocked ones can be had too.
     *
     * @return a ticket for each, in the order of the layout
     * @throws SeatNotFound if one of them is not a seat of the schedule
     * @throws SeatTaken if some of them are held or sold
     */
    public List<Ticket> give(ScheduleId scheduleId, SortedSet<SeatId> ids) {
        return take(scheduleId, ids, Set.of(SeatStatus.AVAILABLE, SeatStatus.BLOCKED)).stream()
                .map(seat -> new Ticket(Identifier.generate(), seat.id(), seat.label(), Points.NONE))
                .toList();
    }

    /**
     * Takes all of the seats out of the sale, or none.
     *
     * @throws SeatNotFound if one of them is not a seat of the schedule
     * @throws SeatTaken if some of them can't be had
     */
    public void block(ScheduleId scheduleId, SortedSet<SeatId> ids) {
        take(scheduleId, ids, Set.of(SeatStatus.AVAILABLE));
    }

    /** @throws SeatNotFound if one of them is not a seat of the schedule */
    public void checkAreOf(ScheduleId scheduleId, SortedSet<SeatId> ids) {
        if (!ids.stream().allMatch(id -> scheduleId.equals(schedules.get(id)))) {
            throw new SeatNotFound(scheduleId);
        }
    }

    private List<Seat> take(ScheduleId scheduleId, SortedSet<SeatId> ids, Set<SeatStatus> from) {
        checkAreOf(scheduleId, ids);
        var taken = ids.stream().filter(id -> !isIn(id, from)).toList();
        if (!taken.isEmpty()) {
            throw new SeatTaken(taken);
        }
        return ids.stream().map(unclaimed::remove).toList();
    }

    private boolean isIn(SeatId id, Set<SeatStatus> states) {
        var seat = unclaimed.get(id);
        return seat != null && states.contains(seat.status());
    }
}
