package dev.frontrow.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTests {

    @Test
    void isTheSameForTheSameBytesHoweverTheyComeAndAnotherForOthers() {
        assertThat(Fingerprint.of(bytes("a"), bytes("bc"))).isEqualTo(Fingerprint.of(bytes("abc")));
        assertThat(Fingerprint.of(bytes("abd"))).isNotEqualTo(Fingerprint.of(bytes("abc")));
    }

    /** The first nine bytes of the example in FIPS 180. */
    @Test
    void isTheBeginningOfSha256() {
        assertThat(Fingerprint.of(bytes("abc")).text()).isEqualTo("ungWv48Bz-pB");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
