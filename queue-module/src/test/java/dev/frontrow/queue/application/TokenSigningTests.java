package dev.frontrow.queue.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.queue.application.port.out.SigningKeys;
import dev.frontrow.queue.domain.TokenSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenSigningTests {

    @Test
    void generatesAKeyThatNobodyCanGuess() {
        var generated = new ArrayList<byte[]>();
        var keys = new SigningKeys() {
            @Override
            public Optional<byte[]> shared() {
                return Optional.empty();
            }

            @Override
            public byte[] sharedOr(byte[] candidate) {
                generated.add(candidate);
                return candidate;
            }
        };

        for (int i = 0; i < 2; i++) {
            new TokenSigning().tokenSigner(BoundSettings.usual(), keys);
        }

        assertThat(generated).allSatisfy(key -> assertThat(key).hasSize(TokenSigner.KEY_BYTES_MIN));
        assertThat(List.of(new byte[TokenSigner.KEY_BYTES_MIN], generated.getFirst(), generated.getLast()))
                .doesNotHaveDuplicates();
    }
}
