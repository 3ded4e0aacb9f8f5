package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Fingerprint;
import dev.frontrow.edge.PlainText;
import dev.frontrow.reservation.domain.SeatId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the seats of a schedule are, and what they cost. Each has a position, from 0; seats are only ever added behind the
 * others. Immutable, and small: a seat takes 8 bytes, a row some more.
 */
public final class SeatLayout {

    /** An object and its place in a list, with a few short fields. */
    private static final int BYTES_OF_AN_OBJECT = 64;

    private final ScheduleId scheduleId;
    private final long[] ids;
    private final List<Section> sections;
    private final String version;

    /** Takes the places in their order, which is that of their ids. */
    public SeatLayout(ScheduleId scheduleId, List<Place> places) {
        this.scheduleId = scheduleId;
        this.ids = places.stream().mapToLong(place -> place.id().value()).toArray();
        this.sections = sectionsOf(places);
        this.version = versionOf(ids, sections);
    }

    public ScheduleId scheduleId() {
        return scheduleId;
    }

    /** Names this content: the same on every instance, another one once a seat is added or costs something else. */
    public String version() {
        return version;
    }

    public int seatCount() {
        return ids.length;
    }

    /** The sections, in their order. */
    public List<Section> sections() {
        return sections;
    }

    /** The section of that name, written in whichever form of Unicode. */
    public Optional<Section> section(String name) {
        var composed = PlainText.composed(name);
        return sections.stream()
                .filter(section -> PlainText.composed(section.name()).equals(composed))
                .findFirst();
    }

    /** The seat at a position. */
    public SeatId seat(int position) {
        return new SeatId(ids[position]);
    }

    /** The position of a seat of this layout. */
    public int position(long seatId) {
        int position = Arrays.binarySearch(ids, seatId);
        if (position < 0) {
            throw new IllegalStateException("seat " + seatId + " is not in the layout of schedule " + scheduleId);
        }
        return position;
    }

    /** How much memory this takes, about. */
    public int weight() {
        int rows = sections.stream().mapToInt(section -> section.rows().size()).sum();
        return ids.length * Long.BYTES + (rows + sections.size() + 1) * BYTES_OF_AN_OBJECT;
    }

    private static List<Section> sectionsOf(List<Place> places) {
        var sections = new ArrayList<Section>();
        var rows = new ArrayList<Row>();
        int from = 0;
        for (int next = 1; next <= places.size(); next++) {
            if (next < places.size() && places.get(next).isRightOf(places.get(next - 1))) {
                continue;
            }
            var first = places.get(from);
            rows.add(new Row(first.row(), first.number(), from, next));
            if (next == places.size() || !places.get(next).isInSectionOf(first)) {
                sections.add(new Section(first.section(), first.price(), rows));
                rows.clear();
            }
            from = next;
        }
        return List.copyOf(sections);
    }

    private static String versionOf(long[] ids, List<Section> sections) {
        var content = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(content)) {
            for (long id : ids) {
                data.writeLong(id);
            }
            for (var section : sections) {
                data.writeUTF(section.name);
                data.writeLong(section.price);
                for (var row : section.rows) {
                    data.writeUTF(row.label);
                    data.writeInt(row.firstNumber);
                    data.writeInt(row.until);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can always be written to", impossible);
        }
        return Fingerprint.of(content.toByteArray()).text();
    }

    /** Where one seat is, and what it costs, in points. */
    public record Place(SeatId id, String section, String row, int number, long price) {

        private boolean isRightOf(Place other) {
            return isInSectionOf(other) && row.equals(other.row) && number == other.number + 1;
        }

        private boolean isInSectionOf(Place other) {
            return section.equals(other.section) && price == other.price;
        }
    }

    /** Seats of one price, in points, and of one name. */
    public record Section(String name, long price, List<Row> rows) {

        public Section {
            rows = List.copyOf(rows);
        }

        public int seatCount() {
            return rows.getLast().until() - rows.getFirst().from();
        }
    }

    /** Seats next to one another, numbered without a gap, at the positions {@code from} to before {@code until}. */
    public record Row(String label, int firstNumber, int from, int until) {}
}
