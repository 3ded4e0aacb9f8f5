package dev.frontrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frontrow.AtOnce.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AtOnceTests {

    private final IllegalStateException failure = new IllegalStateException("expected");

    @Test
    void beginsNothingBeforeAllCan() {
        var everybody = new CyclicBarrier(20);

        assertThat(AtOnce.times(20, () -> everybody.await(10, TimeUnit.SECONDS)))
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void givesWhatEachGaveInTheirOrder() {
        assertThat(AtOnce.each(List.of("a", "b", "c"), String::toUpperCase)).containsExactly("A", "B", "C");
    }

    @Test
    void failsIfOneFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> AtOnce.all(List.of(() -> "fine", failing())))
                .withCause(failure);
    }

    @Test
    void tellsWhatCameOfEach() {
        assertThat(AtOnce.<String>outcomes(List.of(() -> "fine", failing())))
                .containsExactly(new Outcome<>("fine", null), new Outcome<>(null, failure));
    }

    private Callable<String> failing() {
        return () -> {
            throw failure;
        };
    }
}
