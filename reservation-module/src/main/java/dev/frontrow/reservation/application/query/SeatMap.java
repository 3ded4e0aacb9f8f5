package dev.frontrow.reservation.application.query;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.edge.Fingerprint;
import dev.frontrow.reservation.domain.SeatStatus;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All seats of a schedule at one instant, in the order of the layout. Immutable, shared by many readers. */
public final class SeatMap {

    private final SeatLayout layout;
    private final SeatStates states;
    private final List<SectionView> sections;
    private final String version;

    /** Takes the states of the layout's seats, in its order. */
    public SeatMap(SeatLayout layout, SeatStatus[] states) {
        if (states.length != layout.seatCount()) {
            throw new IllegalArgumentException(states.length + " states of " + layout.seatCount() + " seats");
        }
        this.layout = layout;
        this.states = new SeatStates(states);
        this.sections = layout.sections().stream()
                .map(section -> new SectionView(
                        section.name(), section.price(), section.seatCount(), availableOf(section, states)))
                .toList();
        this.version = Fingerprint.of(layout.version().getBytes(US_ASCII), this.states.bytes())
                .text();
    }

    public ScheduleId scheduleId() {
        return layout.scheduleId();
    }

    public SeatLayout layout() {
        return layout;
    }

    /** Names this content: the same on every instance, another one as soon as any seat's state or the layout differs. */
    public String version() {
        return version;
    }

    /** The sections, counted, in the order of the layout. */
    public List<SectionView> sections() {
        return sections;
    }

    /** How many seats can be had. */
    public int available() {
        return sections.stream().mapToInt(SectionView::available).sum();
    }

    /** All seats. */
    public Stream<SeatView> seats() {
        return layout.sections().stream()
                .flatMap(section -> section.rows().stream().flatMap(row -> seats(section, row)));
    }

    /** All states, two bits a seat, in base64. */
    public String statesInBase64() {
        return states.base64();
    }

    /** How much memory this takes, about. */
    public int weight() {
        return layout.weight() + states.bytes().length;
    }

    private Stream<SeatView> seats(SeatLayout.Section section, SeatLayout.Row row) {
        return IntStream.range(row.from(), row.until())
                .mapToObj(position -> SeatView.of(
                        layout.seat(position),
                        section.name(),
                        row.label(),
                        row.firstNumber() + position - row.from(),
                        section.price(),
                        states.of(position)));
    }

    private static int availableOf(SeatLayout.Section section, SeatStatus[] states) {
        return (int) section.rows().stream()
                .flatMapToInt(row -> IntStream.range(row.from(), row.until()))
                .filter(position -> states[position] == SeatStatus.AVAILABLE)
                .count();
    }
}
