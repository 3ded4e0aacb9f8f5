package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTests {

    /** Elements such as a1: the letter is the key, and the numbers have to agree. */
    private final Comparison<String, String> comparison =
            new Comparison<>(left -> left.substring(0, 1), right -> right.substring(0, 1), Objects::equals);

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a1 b2 c3, a1 b2 c3, 0",
        "a1 b2 c3, a1 b3 c3, 1",
        "a1 b2, a1 b2 c3, 1",
        "b2 c3, a1 b2 c3, 1",
        "a1 c3, a1 b2 c3, 1",
        "a1 b2 c3, b2, 2",
        "a1 b2 c3, '', 3",
        "'', a1 b2 c3, 3",
        "a1 c3, b2 d4, 4",
        "a1 b2, a2 b3, 2"
    })
    void countsKeysOfOneSideAndPairsThatDoNotAgree(String left, String right, long disagreements) {
        assertThat(comparison.disagreements(words(left), words(right))).isEqualTo(disagreements);
    }

    @Test
    void letsTheOneWhoAsksSayWhetherAMissingKeyMatters() {
        var atLeastRight = new Comparison<String, String>(left -> left, right -> right, (left, right) -> left != null);

        assertThat(atLeastRight.disagreements(words("a b c"), words("b"))).isZero();
        assertThat(atLeastRight.disagreements(words("a"), words("a b"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"b2 a1, a1 b2", "a1 b2, b2 a1", "a1 a2, a1", "a1, a1 a1"})
    void refusesWhatIsOutOfOrderOrThereTwice(String left, String right) {
        assertThatIllegalStateException().isThrownBy(() -> comparison.disagreements(words(left), words(right)));
    }

    @Test
    void readsAsItGoes() {
        var numbers = new Comparison<Integer, Integer>("%09d"::formatted, "%09d"::formatted, Objects::equals);

        assertThat(numbers.disagreements(
                        IntStream.range(0, 10_000).boxed(),
                        IntStream.range(1, 10_001).boxed()))
                .isEqualTo(2);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
