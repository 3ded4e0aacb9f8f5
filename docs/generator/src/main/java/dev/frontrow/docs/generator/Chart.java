package dev.frontrow.docs.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Boxes in columns and arrows that go from left to right, placed so that no arrow crosses a box.
 *
 * <p>Drawn here and not by PlantUML, whose own layout makes a tangle of more than a dozen boxes. Needs no font: what is
 * drawn is the same on each machine.
 */
final class Chart {

    /** What a box stands for, which is its colour. */
    enum Look {
        OUTSIDE("outside of the module", "#D5D8DD", "#8A929E", "#000000"),
        IN("adapter in", "#2C6E63", "#1D4F46", "#FFFFFF"),
        USE("use case", "#85BBF0", "#4F8FCB", "#000000"),
        OUT("adapter out", "#E3D9F5", "#A08AC9", "#000000"),
        STORE("tables", "#F3E2B8", "#B99A4A", "#000000");

        final String meaning;
        final String fill;
        final String edge;
        final String ink;

        Look(String meaning, String fill, String edge, String ink) {
            this.meaning = meaning;
            this.fill = fill;
            this.edge = edge;
            this.ink = ink;
        }
    }

    /** A box; {@code column} counts from the left, and a column that nobody is in takes no room. */
    record Box(String id, int column, Look look, String name, String technology, String text) {}

    /** An arrow to a column further right; dashed where it is an event. */
    record Arrow(String from, String to, boolean event) {}

    static final int TOP = 78;

    private static final int BETWEEN = 12;
    private static final int SWEEPS = 40;

    /** A box where it is drawn, or the point at which an arrow passes a column. */
    static final class Place {
        final int column;
        private final @Nullable Box box;
        final List<String> name;
        final List<String> text;
        final List<Place> before = new ArrayList<>();
        final List<Place> after = new ArrayList<>();
        double middle;
        private double shift;

        private Place(int column, @Nullable Box box) {
            this.column = column;
            this.box = box;
            this.name = box == null ? List.of() : humps(box.name());
            this.text = box == null ? List.of() : wrapped(box.text());
        }

        Box box() {
            return Objects.requireNonNull(box, "an arrow passes here");
        }

        double height() {
            return box == null
                    ? 10
                    : Math.max(
                            15 * name.size() + 13 + 13 * text.size() + 14,
                            12 + 9 * Math.max(before.size(), after.size()));
        }

        private boolean isConnected() {
            return !before.isEmpty() || !after.isEmpty();
        }

        double bottom() {
            return middle + height() / 2;
        }

        double top() {
            return middle - height() / 2;
        }

        /** Where the arrow from, or to, a neighbour touches the box. */
        double port(List<Place> side, Place neighbour) {
            var sorted = side.stream()
                    .sorted(Comparator.comparingDouble(place -> place.middle))
                    .toList();
            var step = Math.min(11, (height() - 12) / Math.max(1, sorted.size()));
            return middle + (sorted.indexOf(neighbour) - (sorted.size() - 1) / 2.0) * step;
        }
    }

    /** An arrow, and what it begins with, passes and ends at. */
    record Way(Arrow arrow, List<Place> places) {}

    private final String title;
    private final Map<Integer, String> headings;
    private final Map<Look, String> meanings;
    private final List<String> notes;
    private final List<Box> boxes;
    private final List<Arrow> arrows;
    private final List<Integer> columns;
    private final List<List<Place>> places = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    /**
     * A chart.
     *
     * @param headings what stands above a column; the same heading of neighbours stands there once
     * @param meanings what the legend calls a look, where that is not its usual meaning
     * @param notes the legend's last lines
     */
    Chart(
            String title,
            Map<Integer, String> headings,
            Map<Look, String> meanings,
            List<String> notes,
            List<Box> boxes,
            List<Arrow> arrows) {
        this.title = title;
        this.headings = headings;
        this.meanings = meanings;
        this.notes = notes;
        this.boxes = boxes;
        this.arrows = arrows;
        this.columns = boxes.stream().map(Box::column).distinct().sorted().toList();
        place();
        order();
        align();
    }

    String svg() {
        return new ChartDrawing(this).svg();
    }

    String title() {
        return title;
    }

    String meaning(Look look) {
        return meanings.getOrDefault(look, look.meaning);
    }

    List<String> notes() {
        return notes;
    }

    /** What stands above each column, or nothing. */
    List<String> headings() {
        return columns.stream().map(column -> headings.getOrDefault(column, "")).toList();
    }

    /** The boxes, each where it is. */
    List<Place> places() {
        return places.stream()
                .flatMap(List::stream)
                .filter(place -> place.box != null)
                .toList();
    }

    List<Way> ways() {
        return ways;
    }

    double bottom() {
        return places.stream()
                .flatMap(List::stream)
                .mapToDouble(Place::bottom)
                .max()
                .orElse(0);
    }

    private void place() {
        columns.forEach(column -> places.add(new ArrayList<>()));
        var byId = new TreeMap<String, Place>();
        for (var box : boxes) {
            var place = new Place(columns.indexOf(box.column()), box);
            byId.put(box.id(), place);
            places.get(place.column).add(place);
        }
        for (var arrow : arrows) {
            var way = new ArrayList<>(List.of(byId.get(arrow.from())));
            var end = Objects.requireNonNull(byId.get(arrow.to()));
            for (var column = way.getFirst().column + 1; column < end.column; column++) {
                var passing = new Place(column, null);
                places.get(column).add(passing);
                way.add(passing);
            }
            way.add(end);
            for (var step = 1; step < way.size(); step++) {
                way.get(step - 1).after.add(way.get(step));
                way.get(step).before.add(way.get(step - 1));
            }
            ways.add(new Way(arrow, way));
        }
    }

    /** Sorts each column by the middle of its neighbours, to and fro, and keeps the order with the fewest crossings. */
    private void order() {
        stack();
        var best = copy();
        var fewest = crossings();
        for (var sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            var forth = sweep % 2 == 0;
            for (var i = 1; i < places.size(); i++) {
                var column = places.get(forth ? i : places.size() - 1 - i);
                column.sort(Comparator.comparingDouble(place -> mean(forth ? place.before : place.after, place)));
                stack();
            }
            if (crossings() < fewest) {
                fewest = crossings();
                best = copy();
            }
        }
        places.clear();
        places.addAll(best);
        stack();
    }

    private List<List<Place>> copy() {
        return places.stream()
                .map(column -> (List<Place>) new ArrayList<>(column))
                .toList();
    }

    private void stack() {
        for (var column : places) {
            var height = column.stream()
                    .mapToDouble(place -> place.height() + BETWEEN)
                    .sum();
            var y = -height / 2;
            for (var place : column) {
                place.middle = y + place.height() / 2;
                y += place.height() + BETWEEN;
            }
        }
    }

    private long crossings() {
        var crossings = 0L;
        for (var column : places) {
            var lines = column.stream()
                    .flatMap(from -> from.after.stream().map(to -> new double[] {from.middle, to.middle}))
                    .toList();
            for (var one : lines) {
                crossings += lines.stream()
                        .filter(other -> one[0] < other[0] && one[1] > other[1])
                        .count();
            }
        }
        return crossings;
    }

    private static double mean(List<Place> neighbours, Place place) {
        return neighbours.stream()
                .mapToDouble(neighbour -> neighbour.middle)
                .average()
                .orElse(place.middle);
    }

    /** Moves each box beside what it is connected with, as far as its column's order lets it. */
    private void align() {
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            for (var i = 0; i < places.size(); i++) {
                settle(places.get(sweep % 2 == 0 ? i : places.size() - 1 - i).stream()
                        .filter(Place::isConnected)
                        .toList());
            }
        }
        places.forEach(Chart::fill);
        close();
    }

    /** The places nearest to their neighbours' middles that keep the order and the distances. */
    private static void settle(List<Place> column) {
        var offsets = new double[column.size()];
        var levels = new ArrayList<double[]>();
        for (var i = 0; i < column.size(); i++) {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + distance(column.get(i - 1), column.get(i));
            var neighbours = new ArrayList<>(column.get(i).before);
            neighbours.addAll(column.get(i).after);
            levels.add(new double[] {mean(neighbours, column.get(i)) - offsets[i], 1});
            while (levels.size() > 1 && levels.get(levels.size() - 2)[0] > levels.getLast()[0]) {
                var last = levels.removeLast();
                var merged = levels.getLast();
                merged[0] = (merged[0] * merged[1] + last[0] * last[1]) / (merged[1] + last[1]);
                merged[1] += last[1];
            }
        }
        var i = 0;
        for (var level : levels) {
            for (var n = 0; n < level[1]; n++) {
                column.get(i).middle = level[0] + offsets[i];
                i++;
            }
        }
    }

    /** Puts what no arrow leads to or from where its column has room, else below the others. */
    private static void fill(List<Place> column) {
        var placed = column.stream().filter(Place::isConnected).collect(Collectors.toCollection(ArrayList::new));
        for (var lonely : column.stream().filter(place -> !place.isConnected()).toList()) {
            var after = 0;
            while (after + 1 < placed.size()
                    && placed.get(after).bottom() + lonely.height() + 2 * BETWEEN
                            > placed.get(after + 1).top()) {
                after++;
            }
            if (!placed.isEmpty()) {
                lonely.middle = placed.get(after).middle + distance(placed.get(after), lonely);
            }
            placed.add(placed.isEmpty() ? 0 : after + 1, lonely);
        }
    }

    /** Takes away the height at which no column has anything. */
    private void close() {
        var all = places.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Place::top))
                .toList();
        var shift = TOP - all.getFirst().top();
        var bottom = all.getFirst().bottom();
        for (var place : all) {
            shift -= Math.max(0, place.top() - bottom - 2 * BETWEEN);
            bottom = Math.max(bottom, place.bottom());
            place.shift = shift;
        }
        all.forEach(place -> place.middle += place.shift);
    }

    private static double distance(Place upper, Place lower) {
        return (upper.height() + lower.height()) / 2 + BETWEEN;
    }

    /** A type's name in lines, broken before capitals. */
    private static List<String> humps(String name) {
        return lines(name.split("(?<=[a-z0-9])(?=[A-Z])|(?<= )"), 16);
    }

    private static List<String> wrapped(String text) {
        return text.isEmpty() ? List.of() : lines(text.split("(?<= )"), 23);
    }

    private static List<String> lines(String[] words, int most) {
        var lines = new ArrayList<String>();
        for (var word : words) {
            if (!lines.isEmpty() && (lines.getLast() + word).strip().length() <= most) {
                lines.set(lines.size() - 1, lines.getLast() + word);
            } else {
                lines.add(word);
            }
        }
        return lines.stream().map(String::strip).toList();
    }
}
