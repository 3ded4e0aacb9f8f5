package dev.frontrow.queue.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ConcertSale;
import dev.frontrow.concert.SaleWindow;
import dev.frontrow.queue.domain.QueueRefused.JoiningUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WaitingRoomTests {

    private final WaitingRoom room = new WaitingRoom(4, 2);
    private final ConcertSale first = sale();
    private final ConcertSale second = sale();

    @BeforeEach
    void open() {
        room.open();
    }

    @Test
    void handsOutOneConcertAtATimeInTheOrderOfComing() throws InterruptedException {
        enter("ann", first);
        enter("bob", second);
        enter("cleo", first);
        enter("dan", first);

        assertThat(users(room.take())).containsExactly("ann", "cleo");
        assertThat(users(room.take())).containsExactly("bob");
        room.done(first.concertId());
        assertThat(users(room.take())).containsExactly("dan");
    }

    @Test
    void letsNobodyInBeyondItsLimit() throws InterruptedException {
        for (var user : List.of("ann", "bob", "cleo", "dan")) {
            enter(user, first);
        }

        assertThatThrownBy(() -> enter("eve", second)).isInstanceOf(JoiningUnavailable.class);
        assertThat(room.take()).hasSize(2);
        enter("eve", second);
    }

    @Test
    void servesThoseInsideWhenItClosesAndNobodyElse() throws InterruptedException {
        enter("ann", first);
        room.close();

        assertThatThrownBy(() -> enter("bob", first)).isInstanceOf(JoiningUnavailable.class);
        assertThat(users(room.take())).containsExactly("ann");
        room.done(first.concertId());
        assertThat(room.take()).isEmpty();
    }

    @Test
    void letsNobodyWaitForEver() {
        var request = new JoinRequest("ann", first);

        assertThatThrownBy(() -> request.await(Duration.ofMillis(1))).isInstanceOf(JoiningUnavailable.class);
        assertThat(request.isOpen()).isFalse();
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThat(bound(Map.of()).presenceInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(bound(Map.of("frontrow.queue.abandoned-after", "500ms")).presenceInterval())
                .isEqualTo(Duration.ofMillis(100));
        for (var wrong : Map.of("active-ttl", "0s", "abandoned-after", "-1s", "signing-keys", "short")
                .entrySet()) {
            assertThatThrownBy(() -> bound(Map.of("frontrow.queue." + wrong.getKey(), wrong.getValue())))
                    .isInstanceOf(BindException.class)
                    .rootCause()
                    .hasMessageContaining("frontrow.queue." + wrong.getKey());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new dev.frontrow.queue.domain.LineSettings(-1, 1, false));
    }

    private void enter(String user, ConcertSale sale) {
        room.enter(new JoinRequest(user, sale));
    }

    private static List<String> users(List<JoinRequest> batch) {
        return batch.stream().map(JoinRequest::userId).toList();
    }

    private static QueueProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("frontrow.queue", QueueProperties.class);
    }

    private static ConcertSale sale() {
        return new ConcertSale(
                new ConcertId(UUID.randomUUID()), List.of(new SaleWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))));
    }
}
