package dev.frontrow.concert.adapter.in.demo;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.domain.Concert;
import dev.frontrow.concert.domain.Schedule;
import dev.frontrow.concert.domain.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Seven invented concerts: a room of twelve seats, a small hall, a theatre, an arena and an evening that was moved by a week, on
 * sale since an hour and for two months and more; one whose sale opens a day later; and one that is hidden as yet.
 */
final class DemoProgramme {

    private static final Duration CLOSES_BEFORE_START = Duration.ofHours(2);

    private DemoProgramme() {}

    static List<Concert> at(Instant now) {
        var anHourAgo = now.minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        var tomorrow = now.plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        return List.of(
                hall(now, anHourAgo),
                room(now, anHourAgo),
                theatre(now, anHourAgo),
                arena(now, anHourAgo),
                moved(now, anHourAgo),
                soon(now, tomorrow),
                hidden(now, anHourAgo));
    }

    private static Concert hall(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Asia/Seoul");
        var seats = List.of(new Section("A", 5, 10, 80_000));
        return new Concert(
                ConcertId.generate(),
                "Paper Lanterns",
                "Quiet Harbour Quartet",
                "Maple Lane Hall, Seoul",
                zone,
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(evening(now, 70, LocalTime.of(19, 0), zone, opensAt, seats)));
    }

    private static Concert room(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Europe/Paris");
        var seats = List.of(new Section("Salon", 3, 4, 40_000));
        return new Concert(
                ConcertId.generate(),
                "Twelve Chairs and a Cello",
                "Odile Marchetti",
                "Atelier du Canal, Paris",
                zone,
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(evening(now, 72, LocalTime.of(20, 30), zone, opensAt, seats)));
    }

    private static Concert theatre(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Europe/Berlin");
        var seats = List.of(
                new Section("Stalls", 20, 30, 120_000),
                new Section("Circle", 15, 24, 90_000),
                new Section("Balcony", 12, 20, 60_000));
        return new Concert(
                ConcertId.generate(),
                "A Winter Almanac",
                "Ensemble Kaltwasser",
                "Theater am Lindenufer, Berlin",
                zone,
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(
                        evening(now, 75, LocalTime.of(20, 0), zone, opensAt, seats),
                        evening(now, 76, LocalTime.of(18, 30), zone, opensAt, seats)));
    }

    private static Concert arena(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Asia/Seoul");
        var seats = List.of(
                new Section("Floor", 40, 100, 165_000),
                new Section("Lower East", 60, 50, 132_000),
                new Section("Lower West", 60, 50, 132_000),
                new Section("Upper East", 50, 100, 99_000),
                new Section("Upper West", 50, 100, 99_000));
        return new Concert(
                ConcertId.generate(),
                "Neon Meridian: The Arena Night",
                "Velvet Antenna",
                "Eastgate Arena, Busan",
                zone,
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(evening(now, 90, LocalTime.of(18, 0), zone, opensAt, seats)));
    }

    private static Concert soon(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Europe/Lisbon");
        var seats = List.of(new Section("Front", 10, 20, 70_000), new Section("Rear", 10, 20, 45_000));
        return new Concert(
                ConcertId.generate(),
                "Songs for an Empty Station",
                "The Marlow Tides",
                "Old Customs House, Lisbon",
                zone,
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(evening(now, 100, LocalTime.of(21, 0), zone, opensAt, seats)));
    }

    private static Concert moved(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Europe/Vienna");
        var seats = List.of(new Section("Saal", 8, 12, 55_000), new Section("Galerie", 2, 10, 0));
        var published = evening(now, 80, LocalTime.of(19, 30), zone, opensAt, seats);
        var later = evening(now, 87, LocalTime.of(19, 30), zone, opensAt, seats);
        return new Concert(
                ConcertId.generate(),
                "Letters to the Night Porter",
                "Duo Halbmond",
                "Kleines Haus am Fluss, Vienna",
                zone,
                false,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(new Schedule(
                        published.id(), later.startsAt(), published.startsAt(), null, published.window(), seats)));
    }

    private static Concert hidden(Instant now, Instant opensAt) {
        var zone = ZoneId.of("Asia/Seoul");
        var seats = List.of(new Section("A", 4, 8, 70_000));
        return new Concert(
                ConcertId.generate(),
                "Rehearsal for Rain",
                "Quiet Harbour Quartet",
                "Maple Lane Hall, Seoul",
                zone,
                true,
                null,
                RefundTerms.IN_FULL_UNTIL_START,
                List.of(evening(now, 110, LocalTime.of(19, 0), zone, opensAt, seats)));
    }

    private static Schedule evening(
            Instant now, int daysAhead, LocalTime time, ZoneId zone, Instant opensAt, List<Section> sections) {
        var startsAt = LocalDate.ofInstant(now, zone)
                .plusDays(daysAhead)
                .atTime(time)
                .atZone(zone)
                .toInstant();
        return new Schedule(
                ScheduleId.generate(),
                startsAt,
                new SaleWindow(opensAt, startsAt.minus(CLOSES_BEFORE_START)),
                sections);
    }
}
