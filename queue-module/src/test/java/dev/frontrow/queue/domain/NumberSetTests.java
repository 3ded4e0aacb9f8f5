package dev.frontrow.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumberSetTests {

    @Test
    void doesWhatASortedSetDoes() {
        var random = new Random(42);
        var expected = new TreeSet<Long>();
        var set = NumberSet.EMPTY;
        for (int round = 0; round < 200; round++) {
            var edit = set.edit();
            for (int i = 0; i < 50; i++) {
                long number = 1 + random.nextLong(300_000);
                if (random.nextInt(3) > 0) {
                    edit.add(number);
                    expected.add(number);
                } else {
                    edit.remove(number);
                    expected.remove(number);
                }
            }
            if (round % 20 == 19) {
                long upTo = random.nextLong(150_000);
                edit.removeUpTo(upTo);
                expected.headSet(upTo, true).clear();
            }
            set = edit.done();
            long probe = random.nextLong(400_000);
            assertThat(set.size()).isEqualTo(expected.size());
            assertThat(set.contains(probe)).isEqualTo(expected.contains(probe));
            assertThat(set.countBelow(probe)).isEqualTo(expected.headSet(probe).size());
            assertThat(set.last()).isEqualTo(expected.isEmpty() ? 0 : expected.last());
        }
        var all = new TreeSet<Long>();
        set.forEach(all::add);
        assertThat(all).isEqualTo(expected);
        assertThat(set.first(7, 100_000))
                .containsExactly(expected.headSet(100_000L, true).stream()
                        .limit(7)
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    @Test
    void takesAwayAndUnites() {
        var low = NumberSet.of(1, 2, 63, 64, 65_535, 65_536);
        var high = NumberSet.of(2, 65_536, 200_000);

        assertThat(members(low.minus(high))).containsExactly(1, 63, 64, 65_535);
        assertThat(members(high.minus(low))).containsExactly(200_000);
        assertThat(members(low.union(high))).containsExactly(1, 2, 63, 64, 65_535, 65_536, 200_000);
        assertThat(members(high.union(low))).isEqualTo(members(low.union(high)));
        assertThat(members(low.above(63))).containsExactly(64, 65_535, 65_536);
        assertThat(members(NumberSet.of(70_000, 200_000).minus(NumberSet.of(70_000, 70_001))))
                .containsExactly(200_000);
        assertThat(low.first(9, 63)).containsExactly(1, 2, 63);
        assertThat(low.minus(low).isEmpty()).isTrue();
    }

    @Test
    void staysAsItIsWhenAnotherIsMadeFromIt() {
        var before = NumberSet.of(1, 2, 3);
        var edit = before.edit();
        edit.remove(2);
        edit.add(4);

        assertThat(members(edit.done())).containsExactly(1, 3, 4);
        assertThat(members(before)).containsExactly(1, 2, 3);
    }

    @Test
    void tellsRanksInAMillion() {
        var million = NumberSet.of(LongStream.rangeClosed(1, 1_000_000).toArray());

        assertThat(million.size()).isEqualTo(1_000_000);
        assertThat(million.countBelow(1)).isZero();
        assertThat(million.countBelow(500_001)).isEqualTo(500_000);
        assertThat(million.countBelow(1_000_001)).isEqualTo(1_000_000);
    }

    private static long[] members(NumberSet set) {
        return set.first(Integer.MAX_VALUE, Long.MAX_VALUE);
    }
}
