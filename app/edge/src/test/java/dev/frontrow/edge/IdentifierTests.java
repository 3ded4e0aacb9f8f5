package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTests {

    private static final String TEXT = "3f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11";

    @Test
    void readsWhatItHasWritten() {
        var id = new ThingId(UUID.fromString(TEXT));

        assertThat(id).hasToString(TEXT);
        assertThat(ThingId.of(TEXT)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "1-1-1-1-1",
                "3F0A4C1E-6F0E-4C67-9A53-0B6F1F9D2A11",
                " " + TEXT,
                TEXT + " ",
                TEXT + "0",
                "{" + TEXT + "}",
                "3f0a4c1e6f0e4c679a530b6f1f9d2a11",
                "\uff13f0a4c1e-6f0e-4c67-9a53-0b6f1f9d2a11",
                "'; drop table thing; --",
                "\u0000",
                "\ud800"
            })
    void takesAnyOtherTextForAnIdThatNamesNothing(String text) {
        assertThat(ThingId.of(text)).isEqualTo(new ThingId(Identifier.NOTHING));
    }

    @Test
    void takesAHugeTextForAnIdThatNamesNothing() {
        assertThat(Identifier.uuid("0".repeat(1_000_000))).isEqualTo(Identifier.NOTHING);
    }

    @Test
    void generatesUuidsThatBeginWithTheMillisecondTheyAreMadeIn() {
        long before = System.currentTimeMillis();
        var id = Identifier.generate();
        long after = System.currentTimeMillis();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void neverCountsOnFromOneUuidToTheNext() {
        var inSuccession = Stream.generate(Identifier::generate).limit(1_000).toList();

        assertThat(inSuccession)
                .as("1,000 of a few milliseconds, which would be in order if each counted on from the one before")
                .doesNotHaveDuplicates()
                .isNotEqualTo(inSuccession.stream()
                        .map(UUID::toString)
                        .sorted()
                        .map(UUID::fromString)
                        .toList());
    }
}
