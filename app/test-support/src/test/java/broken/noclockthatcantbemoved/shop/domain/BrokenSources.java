package broken.noclockthatcantbemoved.shop.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.GregorianCalendar;

final class BrokenSources {

    Clock fine(Clock clock) {
        return Clock.tick(clock, Duration.ofSeconds(1));
    }

    InstantSource source() {
        return InstantSource.system();
    }

    GregorianCalendar calendar() {
        return new GregorianCalendar();
    }
}
