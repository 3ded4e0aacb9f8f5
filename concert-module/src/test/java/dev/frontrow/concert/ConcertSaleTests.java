package dev.frontrow.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.edge.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcertSaleTests {

    private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-12-01T13:00:00Z");

    private final ConcertSale sale = new ConcertSale(
            new ConcertId(UUID.randomUUID()), List.of(new SaleWindow(NOON, ONE), new SaleWindow(NINE, TEN)));

    @Test
    void isOpenFromTheOpeningUntilJustBeforeTheClosing() {
        var window = new SaleWindow(NINE, TEN);

        assertThat(window.isOpen(NINE.minusNanos(1))).isFalse();
        assertThat(window.isOpen(NINE)).isTrue();
        assertThat(window.isOpen(TEN.minusNanos(1))).isTrue();
        assertThat(window.isOpen(TEN)).isFalse();
    }

    @Test
    void knowsTheNextOpeningAndTheLastClosing() {
        assertThat(sale.nextOpening(NINE.minusSeconds(1))).contains(NINE);
        assertThat(sale.nextOpening(NINE)).contains(NOON);
        assertThat(sale.nextOpening(NOON)).isEmpty();
        assertThat(sale.lastClosing()).isEqualTo(ONE);
    }

    @Test
    void endsTheSaleOfACancelledShowWhenItIsCancelled() {
        var morning = schedule(new SaleWindow(NINE, TEN), null);
        var cancelled = schedule(new SaleWindow(NOON, ONE), NOON.plusSeconds(1));
        var early = schedule(new SaleWindow(NOON, ONE), NINE);

        assertThat(cancelled.isOpen(NOON)).isFalse();
        assertThat(schedule(new SaleWindow(NOON, ONE), null).isOpen(NOON)).isTrue();
        assertThat(ConcertSale.of(sale.concertId(), List.of(morning, cancelled)))
                .isEqualTo(new ConcertSale(sale.concertId(), List.of(morning.window()), NOON.plusSeconds(1)));
        assertThat(ConcertSale.of(sale.concertId(), List.of(early)))
                .isEqualTo(new ConcertSale(sale.concertId(), List.of(), NINE));
        assertThat(ConcertSale.of(sale.concertId(), List.of(schedule(new SaleWindow(NINE, TEN), ONE)))
                        .lastClosing())
                .as("it had closed before")
                .isEqualTo(TEN);
    }

    private ScheduleSale schedule(SaleWindow window, @Nullable Instant cancelledAt) {
        return new ScheduleSale(
                ScheduleId.generate(), sale.concertId(), window, ONE, 4, RefundTerms.IN_FULL_UNTIL_START, cancelledAt);
    }

    @Test
    void refusesASaleThatNeverOpens() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SaleWindow(TEN, TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConcertSale(sale.concertId(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConcertSale(sale.concertId(), List.of(new SaleWindow(NINE, TEN)), NINE));
    }

    @Test
    void takesIdsInTheirCanonicalFormAlone() {
        var id = UUID.randomUUID();

        assertThat(ConcertId.of(id.toString())).isEqualTo(new ConcertId(id));
        assertThat(ScheduleId.of(id.toString())).isEqualTo(new ScheduleId(id));
        for (var text : List.of("", "42", "0-0-0-0-0", "ABCDEF00-0000-4000-8000-000000000000")) {
            assertThat(ConcertId.of(text)).isEqualTo(new ConcertId(Identifier.NOTHING));
            assertThat(ScheduleId.of(text)).isEqualTo(new ScheduleId(Identifier.NOTHING));
        }
    }
}
