package dev.frontrow.concert.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.SaleRescheduled;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.concert.SalesChanged;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleOpened;
import dev.frontrow.concert.SectionAdded;
import dev.frontrow.concert.SectionsPriced;
import dev.frontrow.edge.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcertTests {

    private static final Instant OPENS = Instant.parse("2026-11-01T01:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-24T09:00:00Z");
    private static final Instant STARTS = Instant.parse("2026-12-24T10:00:00Z");
    private static final Section STALLS = new Section("Stalls", 20, 30, 120_000);
    private static final Section CIRCLE = new Section("Circle", 15, 24, 90_000);

    @Test
    void tellsOfEachScheduleWithTheLayoutOfItsSeats() {
        var matinee = schedule(STARTS, STALLS);
        var evening = schedule(STARTS.plusSeconds(18_000), STALLS, CIRCLE);
        var concert = concert("Paper Lanterns", List.of(matinee, evening));

        assertThat(concert.opened())
                .containsExactly(
                        new ScheduleOpened(
                                matinee.id(),
                                concert.id(),
                                List.of(new ScheduleOpened.Section("Stalls", 20, 30, 120_000))),
                        new ScheduleOpened(
                                evening.id(),
                                concert.id(),
                                List.of(
                                        new ScheduleOpened.Section("Stalls", 20, 30, 120_000),
                                        new ScheduleOpened.Section("Circle", 15, 24, 90_000))));
    }

    /** Whoever follows locks waiting lists in the order of the schedules' ids, as those do who reserve, and then seats. */
    @Test
    void tellsWhatIsChangedInTheOrderOfTheLocks() {
        var low = new ScheduleId(UUID.fromString("10000000-0000-0000-0000-000000000000"));
        var high = new ScheduleId(UUID.fromString("f0000000-0000-0000-0000-000000000000"));
        var window = new SaleWindow(OPENS, CLOSES);
        var later = new SaleWindow(OPENS.plusSeconds(1), CLOSES);
        var before = concert(
                "Paper Lanterns",
                List.of(
                        new Schedule(high, STARTS, window, List.of(STALLS)),
                        new Schedule(low, STARTS, window, List.of(STALLS))));
        var dearer = new Section("Stalls", 20, 30, 130_000);
        var added = schedule(STARTS, STALLS);
        var after = new Concert(
                before.id(),
                before.title(),
                before.performer(),
                before.venue(),
                before.timeZone(),
                before.hidden(),
                before.seatsPerUserMax(),
                before.refundTerms(),
                List.of(
                        new Schedule(high, STARTS, later, List.of(dearer)),
                        new Schedule(low, STARTS, later, List.of(dearer, CIRCLE)),
                        added));

        assertThat(after.changedFrom(before))
                .isEqualTo(List.of(
                        new SalesChanged(after.sale()),
                        new SaleRescheduled(low, later),
                        new SaleRescheduled(high, later),
                        new ScheduleOpened(added.id(), after.id(), List.of(STALLS.opened())),
                        new SectionsPriced(List.of(
                                new SectionsPriced.Section(high, "Stalls", 130_000),
                                new SectionsPriced.Section(low, "Stalls", 130_000))),
                        new SectionAdded(low, CIRCLE.opened(), 2)));
    }

    @Test
    void countsItsSeatsAndKnowsTheCheapest() {
        var schedule = schedule(STARTS, STALLS, CIRCLE);

        assertThat(schedule.seatCount()).isEqualTo(960);
        assertThat(schedule.lowestPrice()).isEqualTo(90_000);
    }

    @Test
    void needsOneToAHundredSchedules() {
        var one = schedule(STARTS, STALLS);

        assertThatIllegalArgumentException().isThrownBy(() -> concert("Paper Lanterns", List.of()));
        assertThat(concert("Paper Lanterns", Collections.nCopies(100, one)).schedules())
                .hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> concert("Paper Lanterns", Collections.nCopies(101, one)));
    }

    @Test
    void letsAUserHaveOneToAHundredSeats() {
        var one = List.of(schedule(STARTS, STALLS));

        for (int max : new int[] {1, 100}) {
            assertThat(concert("Paper Lanterns", max, RefundTerms.IN_FULL_UNTIL_START, one)
                            .seatsPerUserMax())
                    .isEqualTo(max);
        }
        for (int max : new int[] {0, 101}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> concert("Paper Lanterns", max, RefundTerms.IN_FULL_UNTIL_START, one));
        }
    }

    @Test
    void isCancelledForAReasonOfTwoHundredCharactersAtMost() {
        assertThat(new Cancellation("a".repeat(200), OPENS).reason()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new Cancellation("a".repeat(201), OPENS));
    }

    @Test
    void needsTextsThatShowSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> concert(" ", List.of(schedule(STARTS, STALLS))));
    }

    @Test
    void sellsUntilItStartsAtTheLatest() {
        assertThat(schedule(CLOSES, STALLS).startsAt()).isEqualTo(CLOSES);
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(CLOSES.minusMillis(1), STALLS));
    }

    @Test
    void staysWithinTheCalendar() {
        var last = Schedule.TOO_LATE.minusNanos(1000);

        assertThat(schedule(last, STALLS).startsAt()).isEqualTo(last);
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(Schedule.TOO_LATE, STALLS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(
                        ScheduleId.generate(),
                        STARTS,
                        new SaleWindow(Instant.EPOCH.minusSeconds(1), CLOSES),
                        List.of(STALLS)));
    }

    @Test
    void needsOneToAHundredSectionsOfDifferentNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(STARTS));
        assertThat(schedule(STARTS, sections(100)).sections()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(STARTS, sections(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(STARTS, STALLS, new Section("Stalls", 1, 1, 1)));
    }

    @Test
    void holdsUpToAHundredThousandSeats() {
        var half = new Section("A", 500, 100, 1);

        assertThat(schedule(STARTS, half, new Section("B", 1, 50_000, 1)).seatCount())
                .isEqualTo(100_000);
        assertThatIllegalArgumentException().isThrownBy(() -> schedule(STARTS, half, new Section("B", 1, 50_001, 1)));
    }

    @Test
    void refusesSectionsThatCanNotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Section("", 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Section("a".repeat(21), 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Section("A", 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Section("A", 1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Section("A", Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Section("A", 1, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Section("A", 1, 1, 100_000_001));
    }

    @Test
    void isNamedAsBeforeConcertsHadTermsUnlessItHasItsOwn() {
        var schedules = List.of(schedule(STARTS, STALLS));
        var usual = concert("Paper Lanterns", null, RefundTerms.IN_FULL_UNTIL_START, schedules)
                .content();
        var limited = concert("Paper Lanterns", 4, RefundTerms.IN_FULL_UNTIL_START, schedules)
                .content();
        var keeping = concert("Paper Lanterns", null, new RefundTerms(Duration.ZERO, 10), schedules)
                .content();

        assertThat(usual)
                .isEqualTo(Fingerprint.of(String.join(
                                "\0",
                                "Paper Lanterns",
                                "Quiet Harbour Quartet",
                                "Maple Lane Hall",
                                "Asia/Seoul",
                                "false",
                                STARTS.toString(),
                                OPENS.toString(),
                                CLOSES.toString(),
                                "1",
                                "Stalls",
                                "20",
                                "30",
                                "120000")
                        .getBytes(UTF_8)));
        assertThat(List.of(usual, limited, keeping)).doesNotHaveDuplicates();
    }

    private static Concert concert(String title, List<Schedule> schedules) {
        return concert(title, null, RefundTerms.IN_FULL_UNTIL_START, schedules);
    }

    private static Concert concert(
            String title, @Nullable Integer seatsPerUserMax, RefundTerms terms, List<Schedule> schedules) {
        return new Concert(
                ConcertId.generate(),
                title,
                "Quiet Harbour Quartet",
                "Maple Lane Hall",
                ZoneId.of("Asia/Seoul"),
                false,
                seatsPerUserMax,
                terms,
                schedules);
    }

    private static Schedule schedule(Instant startsAt, Section... sections) {
        return new Schedule(ScheduleId.generate(), startsAt, new SaleWindow(OPENS, CLOSES), List.of(sections));
    }

    private static Section[] sections(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Section("S" + number, 1, 1, 1))
                .toArray(Section[]::new);
    }
}
