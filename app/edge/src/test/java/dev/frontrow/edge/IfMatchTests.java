package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTests {

    private static final Version SEVENTH = new Version(7);

    @ParameterizedTest
    @ValueSource(
            strings = {"*", " * ", "\"7\"", "\t\"7\" ", "\"6\",\"7\"", "W/\"7\" , \"7\"", ",, \"7\",", "\"a,b\",\"7\""})
    void takesTheVersionInForce(String header) {
        assertThatCode(() -> IfMatch.of(List.of(header)).check(SEVENTH)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"\"", "W/\"7\"", "\"77\"", "\"6\", W/\"7\""})
    void refusesAnyOther(String header) {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> IfMatch.of(List.of(header)).check(SEVENTH));
    }

    @Test
    void readsSeveralLinesAsOneList() {
        assertThatCode(() -> IfMatch.of(List.of("\"6\"", "\"7\"")).check(SEVENTH))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "7",
                "'7'",
                "\"7",
                "7\"",
                "\"7\"\"8\"",
                "\"7\" \"8\"",
                "*,\"7\"",
                "w/\"7\"",
                "W/7",
                "\"a b\""
            })
    void refusesWhatIsNoListOfTags(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> IfMatch.of(List.of(header)));
    }
}
