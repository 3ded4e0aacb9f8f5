package dev.frontrow.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frontrow.edge.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    void refusesASaleThatNeverOpens() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SaleWindow(TEN, TEN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConcertSale(sale.concertId(), List.of()));
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
