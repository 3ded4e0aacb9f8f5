package dev.frontrow.reservation.application.query;

import dev.frontrow.concert.ScheduleId;
import dev.frontrow.reservation.domain.SeatStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/** All seats of a schedule at one instant, in the order of the layout. Immutable, shared by many readers. */
public final class SeatMap {

    private final ScheduleId scheduleId;
    private final String version;
    private final List<SeatView> seats;
    private final List<SeatView> available;
    private final List<SectionView> sections;

    /** Takes the seats as read, in the order of the layout. */
    public SeatMap(ScheduleId scheduleId, List<SeatView> seats) {
        this.scheduleId = scheduleId;
        this.seats = List.copyOf(seats);
        this.available = seats.stream()
                .filter(seat -> seat.status() == SeatStatus.AVAILABLE)
                .toList();
        this.version = versionOf(seats);
        this.sections = sectionsOf(seats);
    }

    public ScheduleId scheduleId() {
        return scheduleId;
    }

    /** Names this content: the same on every instance, another one as soon as any seat's state differs. */
    public String version() {
        return version;
    }

    /** All seats. */
    public List<SeatView> seats() {
        return seats;
    }

    /** The seats that can be had. */
    public List<SeatView> available() {
        return available;
    }

    /** The sections, in the order of the layout. */
    public List<SectionView> sections() {
        return sections;
    }

    /** 72 bits of SHA-256 over ids and states; the rest of a seat never changes. */
    private static String versionOf(List<SeatView> seats) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var line = new StringBuilder();
            for (var seat : seats) {
                line.setLength(0);
                line.append(seat.id().value()).append(seat.status().name().charAt(0));
                digest.update(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), 9));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static List<SectionView> sectionsOf(List<SeatView> seats) {
        var sections = new LinkedHashMap<String, SectionView>();
        for (var seat : seats) {
            var free = seat.status() == SeatStatus.AVAILABLE ? 1 : 0;
            sections.merge(
                    seat.section(),
                    new SectionView(seat.section(), seat.price(), 1, free),
                    (sum, one) -> new SectionView(
                            sum.name(), sum.price(), sum.total() + one.total(), sum.available() + one.available()));
        }
        return List.copyOf(sections.values());
    }
}
