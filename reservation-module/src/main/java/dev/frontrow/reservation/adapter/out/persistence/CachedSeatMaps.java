package dev.frontrow.reservation.adapter.out.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Reading;
import dev.frontrow.edge.SharedReadings;
import dev.frontrow.reservation.application.query.SeatLayout;
import dev.frontrow.reservation.application.query.SeatLayout.Place;
import dev.frontrow.reservation.application.query.SeatMap;
import dev.frontrow.reservation.application.query.SeatMaps;
import dev.frontrow.reservation.domain.Demand;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the seats of a schedule once a second at most, however many ask.
 *
 * <p>Where they are hardly ever changes, so it is kept, and a reading asks for what does: a row a section, price and state,
 * with the ids of those seats that can't be had, and what is waited for there. What it counts shows whether the layout is still the one that is kept;
 * otherwise all is read anew, in one statement, so that states and layout are of one instant.
 */
@Component
class CachedSeatMaps implements SeatMaps {

    private static final long BYTES_MAX = 64L << 20;

    private final JdbcClient jdbc;
    private final SharedReadings<ScheduleId, SeatMap> readings;
    private final Cache<ScheduleId, SeatLayout> layouts = Caffeine.newBuilder()
            .maximumWeight(BYTES_MAX)
            .weigher((ScheduleId id, SeatLayout layout) -> layout.weight())
            .build();

    CachedSeatMaps(JdbcClient jdbc, Ticker ticker) {
        this.jdbc = jdbc;
        this.readings = new SharedReadings<>(BYTES_MAX, SeatMap::weight, ticker);
    }

    @Override
    public SeatMap of(ScheduleId scheduleId) {
        return readings.get(scheduleId, id -> Reading.of(read(id)));
    }

    private SeatMap read(ScheduleId scheduleId) {
        return Optional.ofNullable(layouts.getIfPresent(scheduleId))
                .flatMap(this::readStates)
                .orElseGet(() -> readAll(scheduleId));
    }

    /** The map with the states as they are now; nothing where the layout is not that any more. */
    private Optional<SeatMap> readStates(SeatLayout layout) {
        var groups = jdbc.sql(WaitingEntryRow.wishes("cast(array[:scheduleId] as uuid[])")
                        + """
                select s.section, s.price, s.state, s.seats, s.taken, %s as smallest_wish
                  from (select schedule_id, section, price, state, count(*) as seats,
                               coalesce(array_agg(id) filter (where state <> 'AVAILABLE'), '{}') as taken
                          from reservation.seat_shown
                         where schedule_id = :scheduleId
                         group by schedule_id, section, price, state) s
                """.formatted(WaitingEntryRow.SMALLEST_WISH))
                .param("scheduleId", layout.scheduleId().value())
                .query(CachedSeatMaps::group)
                .list();
        var counted = groups.stream().collect(groupingBy(Group::block, summingLong(Group::seats)));
        if (!counted.equals(blocksOf(layout))) {
            return Optional.empty();
        }
        var states = new SeatStatus[layout.seatCount()];
        Arrays.fill(states, free(groups.stream().filter(Group::isFree).map(Group::demand)));
        for (var group : groups) {
            for (long id : group.taken()) {
                states[layout.position(id)] = group.state();
            }
        }
        return Optional.of(new SeatMap(layout, states));
    }

    private SeatMap readAll(ScheduleId scheduleId) {
        var places = new ArrayList<Place>();
        var states = new ArrayList<SeatStatus>();
        var sections = new HashMap<String, Demand.OfSection>();
        jdbc.sql(WaitingEntryRow.wishes("cast(array[:scheduleId] as uuid[])")
                        + """
                , wished as materialized (
                  select s.section, %s as smallest_wish
                    from (select distinct schedule_id, section
                            from reservation.seat
                           where schedule_id = :scheduleId) s)
                select seat.id, seat.section, seat.row_label, seat.number, seat.price, seat.state, wished.smallest_wish,
                       count(*) filter (where seat.state = 'AVAILABLE') over (partition by seat.section) as free
                  from reservation.seat_shown seat
                  join wished on wished.section = seat.section
                 where seat.schedule_id = :scheduleId
                 order by seat.id
                """.formatted(WaitingEntryRow.SMALLEST_WISH))
                .param("scheduleId", scheduleId.value())
                .query(row -> {
                    var section = row.getString("section");
                    places.add(new Place(
                            new SeatId(row.getLong("id")),
                            section,
                            row.getString("row_label"),
                            row.getInt("number"),
                            row.getLong("price")));
                    states.add(SeatStatus.valueOf(row.getString("state")));
                    sections.put(
                            section,
                            new Demand.OfSection(section, row.getInt("free"), WaitingEntryRow.smallestWish(row)));
                });
        var layout = new SeatLayout(scheduleId, places);
        layouts.put(scheduleId, layout);
        var free = free(sections.values().stream());
        states.replaceAll(state -> state == SeatStatus.AVAILABLE ? free : state);
        return new SeatMap(layout, states.toArray(SeatStatus[]::new));
    }

    /** What a free seat reads as: nobody can have one that is kept for those who wait. */
    private static SeatStatus free(Stream<Demand.OfSection> sections) {
        return new Demand(sections.toList()).isMet() ? SeatStatus.HELD : SeatStatus.AVAILABLE;
    }

    private static Map<Block, Long> blocksOf(SeatLayout layout) {
        return layout.sections().stream()
                .collect(groupingBy(
                        section -> new Block(section.name(), section.price()),
                        summingLong(SeatLayout.Section::seatCount)));
    }

    private static Group group(ResultSet row, int n) throws SQLException {
        return new Group(
                new Block(row.getString("section"), row.getLong("price")),
                SeatStatus.valueOf(row.getString("state")),
                row.getLong("seats"),
                List.of((Long[]) row.getArray("taken").getArray()),
                WaitingEntryRow.smallestWish(row));
    }

    /** Seats of one section and price. */
    private record Block(String section, long price) {}

    /** Seats of a block in one state; which they are, unless they are free. */
    private record Group(Block block, SeatStatus state, long seats, List<Long> taken, OptionalInt smallestWish) {

        boolean isFree() {
            return state == SeatStatus.AVAILABLE;
        }

        Demand.OfSection demand() {
            return new Demand.OfSection(block.section, Math.toIntExact(seats), smallestWish);
        }
    }
}
