package dev.frontrow.queue.application;

import static dev.frontrow.queue.TestQueue.ANN;
import static dev.frontrow.queue.TestQueue.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.ModuleTest;
import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.SecondInstance;
import dev.frontrow.queue.TestQueue;
import dev.frontrow.queue.application.port.in.FollowLines;
import dev.frontrow.queue.application.port.in.JoinLine;
import dev.frontrow.queue.application.query.PlaceViews;
import dev.frontrow.queue.domain.QueueRefused.QueueTokenInvalid;
import dev.frontrow.queue.domain.TokenClaims;
import dev.frontrow.queue.domain.TokenId;
import dev.frontrow.queue.domain.TokenSigner;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@ModuleTest
class SigningKeysTests {

    private static final String OLD = "an old key that has 32 bytes at least";
    private static final String NEW = "a new key that has 32 bytes at least";
    private static final TokenClaims CLAIMS =
            TokenClaims.of(new TokenId(new ConcertId(UUID.randomUUID()), 1), Instant.EPOCH, ANN);

    private final ApplicationContext application;
    private final TestQueue queue;
    private final TokenSigner generated;

    SigningKeysTests(ApplicationContext application, TestQueue queue, TokenSigner generated) {
        this.application = application;
        this.queue = queue;
        this.generated = generated;
    }

    @Test
    void keepTheTokensOfTheGeneratedKeyValid() {
        assertThat(signer(NEW).read(generated.sign(CLAIMS)).id()).isEqualTo(CLAIMS.id());
    }

    @Test
    void signWithTheFirst() {
        assertThat(signer(NEW).sign(CLAIMS))
                .isEqualTo(signer(NEW + "," + OLD).sign(CLAIMS))
                .isNotEqualTo(generated.sign(CLAIMS));
        assertThat(signer("generated," + NEW).sign(CLAIMS)).isEqualTo(generated.sign(CLAIMS));
    }

    @Test
    void areChangedInTwoStepsDuringWhichNoInstanceRefusesATokenOfAnother() {
        for (var former : List.of("generated", OLD)) {
            var before = signer(former);
            var verifying = signer(former + "," + NEW);
            var signing = signer(NEW + "," + former);

            assertThat(List.of(before, verifying)).allSatisfy(one -> readsWhatIsSignedBy(one, before, verifying));
            assertThat(List.of(verifying, signing)).allSatisfy(one -> readsWhatIsSignedBy(one, verifying, signing));
        }
    }

    @Test
    void areChangedWithoutAnybodysLosingTheirPlace() {
        var concert = queue.openConcert();
        queue.token(BOB, concert);
        var token = queue.token(ANN, concert);

        for (var step : List.of("generated," + NEW, NEW + ",generated")) {
            try (var instance = instance(step)) {
                instance.getBean(FollowLines.class).follow();
                var places = instance.getBean(PlaceViews.class);
                var again = instance.getBean(JoinLine.class).join(ANN, concert).place();

                assertThat(places.current(token).position()).as(step).isEqualTo(2);
                assertThat(again.position()).isEqualTo(2);
                assertThat(generated.read(token).id())
                        .isEqualTo(instance.getBean(TokenSigner.class)
                                .read(again.token())
                                .id());
            }
        }
    }

    @Test
    void areNoLongerValidOnceTheyAreTakenOut() {
        var old = signer(OLD).sign(CLAIMS);

        assertThatThrownBy(() -> signer(NEW).read(old)).isInstanceOf(QueueTokenInvalid.class);
    }

    private static void readsWhatIsSignedBy(TokenSigner reader, TokenSigner... signers) {
        for (var signer : signers) {
            assertThat(reader.read(signer.sign(CLAIMS)).id()).isEqualTo(CLAIMS.id());
        }
    }

    /** That of an instance with this setting. */
    private TokenSigner signer(String keys) {
        try (var instance = instance(keys)) {
            return instance.getBean(TokenSigner.class);
        }
    }

    private ConfigurableApplicationContext instance(String keys) {
        return SecondInstance.start(
                application,
                keys.equals("generated") ? new String[0] : new String[] {"frontrow.queue.signing-keys=" + keys});
    }
}
