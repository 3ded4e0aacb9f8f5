package dev.frontrow.app.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.NetworkAddress;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowancesTests {

    private final AtomicLong nanos = new AtomicLong(1);

    private final Allowances allowances = new Allowances(2, 3, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void allowsABurstAndThenARate() {
        assertThat(allowances.take("alice", 3)).isZero();
        assertThat(allowances.take("alice", 1)).isEqualTo(1);
        assertThat(allowances.take("alice", 3)).isEqualTo(2);

        nanos.addAndGet(Duration.ofMillis(500).toNanos());

        assertThat(allowances.take("alice", 1)).isZero();
        assertThat(allowances.take("alice", 1)).isEqualTo(1);
    }

    @Test
    void limitsEachOnTheirOwn() {
        assertThat(allowances.take("alice", 3)).isZero();
        assertThat(allowances.take("bob", 3)).isZero();
    }

    @Test
    void takesAnIpv6NetworkForOne() {
        assertThat(NetworkAddress.of("2001:db8:1:2:3:4:5:6")).isEqualTo(NetworkAddress.of("2001:db8:1:2::9"));
        assertThat(NetworkAddress.of("2001:db8:1:2::1")).isNotEqualTo(NetworkAddress.of("2001:db8:1:3::1"));
        assertThat(NetworkAddress.of("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void doesNotLimitItsOwnMachine() {
        assertThat(NetworkAddress.of("127.0.0.1")).isNull();
        assertThat(NetworkAddress.of("::1")).isNull();
        assertThat(NetworkAddress.of("")).isNull();
    }
}
