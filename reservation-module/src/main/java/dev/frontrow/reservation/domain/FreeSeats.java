package dev.frontrow.reservation.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The free seats of a schedule, of which one wish after another takes what it is for. Not safe for several threads. */
public final class FreeSeats {

    private final Map<String, List<FreeSeat>> sections;

    /** Takes the seats in the order of the layout. */
    public FreeSeats(Collection<FreeSeat> seats) {
        this.sections =
                seats.stream().collect(groupingBy(FreeSeat::section, LinkedHashMap::new, toCollection(ArrayList::new)));
    }

    /** Whether there is one. */
    public boolean isAny() {
        return !sections.isEmpty();
    }

    /** How many there are in each section, without those where there are none. */
    public Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        sections.forEach((section, seats) -> counts.put(section, seats.size()));
        return counts;
    }

    /** Whether one section has as many as are wished for. */
    public boolean fit(SeatWish wish) {
        return sections.keySet().stream().anyMatch(section -> fit(section, wish));
    }

    private boolean fit(String section, SeatWish wish) {
        return wish.takes(section) && sections.getOrDefault(section, List.of()).size() >= wish.seats();
    }

    /**
     * Takes as many as are wished for, of one section: those of the first section that has them side by side, otherwise the
     * first ones in the order of the layout of the first section that has enough.
     */
    public Optional<SortedSet<SeatId>> take(SeatWish wish) {
        var fitting = sections.entrySet().stream()
                .filter(section -> fit(section.getKey(), wish))
                .map(Map.Entry::getValue)
                .toList();
        return fitting.stream()
                .flatMap(section -> sideBySide(section, wish.seats()).stream())
                .findFirst()
                .or(() -> fitting.stream().findFirst().map(section -> section.subList(0, wish.seats())))
                .map(this::remove);
    }

    /** @param chosen a part of the list of its section */
    private SortedSet<SeatId> remove(List<FreeSeat> chosen) {
        var section = chosen.getFirst().section();
        var ids = chosen.stream().map(FreeSeat::id).collect(toCollection(TreeSet<SeatId>::new));
        chosen.clear();
        sections.computeIfPresent(section, (_, left) -> left.isEmpty() ? null : left);
        return ids;
    }

    private static Optional<List<FreeSeat>> sideBySide(List<FreeSeat> section, int seats) {
        int from = 0;
        for (int next = 1; next <= section.size(); next++) {
            if (next - from == seats) {
                return Optional.of(section.subList(from, next));
            }
            if (next < section.size() && !section.get(next).isRightOf(section.get(next - 1))) {
                from = next;
            }
        }
        return Optional.empty();
    }

    /** A seat that nobody has. */
    public record FreeSeat(SeatId id, String section, String row, int number) {

        private boolean isRightOf(FreeSeat other) {
            return row.equals(other.row) && number == other.number + 1;
        }
    }
}
