package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import dev.frontrow.app.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Each operation of the document that asks for a queue token, against those that somebody should not get far with. */
@WholeService
class QueueTokenTests {

    private static final String INVALID = "queue-token-invalid";

    private final Shop shop;
    private final List<Operation> operations;
    private final Shop.User user;
    private final Concert concert;
    private String token = "";
    private List<String> seats = List.of();

    QueueTokenTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
        this.operations = Operation.of(shop.get("/v3/api-docs").expect(200).body()).stream()
                .filter(operation -> operation.parameters("header").contains("Queue-Token"))
                .toList();
        this.concert = shop.admin().concert(1, 4, 1_000);
        this.user = shop.user();
    }

    @BeforeEach
    void beAdmitted() {
        token = user.admitted(concert);
        seats = user.freeSeats(concert, token);
    }

    @Test
    void areAskedFor() {
        assertThat(operations).hasSizeGreaterThanOrEqualTo(6);
        for (var operation : operations) {
            send(operation, null).refused(403, "queue-token-required");
        }
    }

    @Test
    void openNothingWhereAnyByteIsAnother() {
        var bytes = token.getBytes(StandardCharsets.US_ASCII);
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] ^= 1;
            send(operations.get(at % operations.size()), new String(bytes, StandardCharsets.US_ASCII))
                    .refused(403, INVALID);
            bytes[at] ^= 1;
        }
        for (var forged : forged().entrySet()) {
            for (var operation : operations) {
                var answer = send(operation, forged.getValue());

                assertThat(answer.code()).as(forged.getKey() + ": " + operation).isEqualTo(INVALID);
                answer.refused(403, INVALID);
            }
        }
    }

    @Test
    void openNothingOfAnotherConcertAndNothingForAnotherUser() {
        var elsewhere = user.admitted(shop.admin().concert(1, 1, 1_000));
        var anothers = shop.user().admitted(concert);
        for (var operation : operations) {
            if (operation.needsBearer()) {
                assertThat(said(send(operation, anothers).refused(403, INVALID)))
                        .as("tells nothing of a token that is somebody's")
                        .isEqualTo(said(send(operation, "made up")));
            }
            if (isOfAConcert(operation)) {
                send(operation, elsewhere).refused(403, INVALID);
            }
        }
    }

    @Test
    void openNothingOnceTheyHaveEnded() {
        user.send("DELETE", "/api/v1/queue-tokens/current", null, "Queue-Token", token)
                .expect(204);
        var next = user.admitted(concert);
        for (var operation : operations) {
            if (isOfAConcert(operation)) {
                send(operation, token).refused(410, "queue-token-expired");
            } else {
                assertThat(send(operation, token).status()).isIn(200, 204);
            }
        }
        assertThat(user.poll(token).text("reason")).isEqualTo("GIVEN_UP");
        assertThat(user.poll(next).text("status"))
                .as("what replays of the former one did to it")
                .isEqualTo("ACTIVE");
    }

    /** Tokens as somebody would make them who has seen one. */
    private Map<String, String> forged() {
        var parts = token.split("\\.", -1);
        var payload = Base64.getUrlDecoder().decode(parts[0]);
        var forged = new LinkedHashMap<String, String>();
        forged.put("cut off", token.substring(0, token.length() - 1));
        forged.put("without a signature", parts[0] + ".");
        forged.put("signed with an old key", signed(payload, "a key that was taken out long ago, or never in"));
        forged.put("signed with no key", signed(payload, "\u0000".repeat(32)));
        forged.put("padded", token + "=");
        forged.put("twice", token + "," + token);
        forged.put("the access token", user.accessToken);
        return forged;
    }

    private static String signed(byte[] payload, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            var text = Base64.getUrlEncoder().withoutPadding();
            return text.encodeToString(payload) + "." + text.encodeToString(mac.doFinal(payload));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static boolean isOfAConcert(Operation operation) {
        return !operation.path().startsWith("/api/v1/queue-tokens/");
    }

    /** As the user, who asks for what would be granted with a good token. */
    private Answer send(Operation operation, @Nullable String queueToken) {
        var body = operation.body().isEmpty()
                ? null
                : JsonMapper.shared().writeValueAsString(Map.of("scheduleId", concert.scheduleId(), "seatIds", seats));
        var headers = queueToken == null ? new String[0] : new String[] {"Queue-Token", queueToken};
        return user.send(operation.method(), operation.at(Map.of("scheduleId", concert.scheduleId())), body, headers);
    }

    /** All that a client learns, apart from when. */
    private static List<Object> said(Answer answer) {
        var headers = new HashMap<>(answer.raw().headers().map());
        headers.remove("date");
        return List.of(answer.status(), headers, answer.raw().body());
    }
}
