package dev.frontrow.reservation.domain;

import dev.frontrow.concert.ScheduleId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/**
 * Who gets which of some seats, decided one claim after another while nobody else can change them: the first to claim a
 * seat has it.
 */
public final class SeatClaims {

    private final Map<SeatId, Seat> available = new HashMap<>();
    private final Map<SeatId, ScheduleId> schedules = new HashMap<>();

    public SeatClaims(Collection<Seat> seats) {
        for (var seat : seats) {
            schedules.put(seat.id(), seat.scheduleId());
            if (seat.available()) {
                available.put(seat.id(), seat);
            }
        }
    }

    /**
     * Claims all of the seats, or none.
     *
     * @return a ticket for each, in the order of the layout
     * @throws SeatNotFound if one of them is not a seat of the schedule
     * @throws SeatTaken if some of them can't be had
     */
    public List<Ticket> claim(ScheduleId scheduleId, SortedSet<SeatId> ids) {
        if (!ids.stream().allMatch(id -> scheduleId.equals(schedules.get(id)))) {
            throw new SeatNotFound(scheduleId);
        }
        var taken = ids.stream().filter(id -> !available.containsKey(id)).toList();
        if (!taken.isEmpty()) {
            throw new SeatTaken(taken);
        }
        return ids.stream()
                .map(available::remove)
                .map(seat -> new Ticket(UUID.randomUUID(), seat.id(), seat.label(), seat.price()))
                .toList();
    }
}
