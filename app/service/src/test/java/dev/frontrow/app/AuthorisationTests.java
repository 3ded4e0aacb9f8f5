package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.openapi.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each operation of the OpenAPI document against each who may not do it. */
@WholeService
class AuthorisationTests {

    private static final String LOGIN = "/api/v1/demo/login";

    private final Shop shop;
    private final RSAKey key;
    private final List<Operation> operations;

    AuthorisationTests(@LocalServerPort int port, RSAKey key) {
        this.shop = new Shop(port);
        this.key = key;
        this.operations = Operation.of(shop.get("/v3/api-docs").expect(200).body());
    }

    @Test
    void asksWhoComesForALoginWhereverTheDocumentSaysSo() {
        assertThat(operations).anyMatch(Operation::needsBearer).anyMatch(operation -> !operation.needsBearer());
        for (var operation : operations) {
            var answer = send(operation, Map.of(), Map.of());

            if (operation.needsBearer()) {
                answer.refused(401, "unauthenticated");
                assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"frontrow\"");
            } else {
                assertThat(answer.status()).as(operation.toString()).isNotEqualTo(401);
            }
        }
    }

    @Test
    void opensEveryOperationToAnAdmin() throws JOSEException {
        var admin = bearer(signed(claims(), key));
        for (var operation : operations) {
            var body = operation.body().map(_ -> "{").orElse(null);
            var answer = shop.send(operation.method(), operation.at(Map.of()), body, admin);

            assertThat(answer.code()).as(operation.toString()).isNotIn("unauthenticated", "forbidden");
            assertThat(body == null || answer.status() == 400)
                    .as(operation + " -> " + answer.status())
                    .isTrue();
        }
    }

    @Test
    void refusesEveryBearerThatIsNotItsOwnOnEveryOperation() throws JOSEException {
        for (var bearer : notItsOwn().entrySet()) {
            for (var operation : operations) {
                if (!operation.path().equals(LOGIN)) {
                    var answer = send(operation, Map.of(), bearer(bearer.getValue()));

                    assertThat(answer.status())
                            .as(bearer.getKey() + ": " + operation)
                            .isEqualTo(401);
                    answer.refused(401, "unauthenticated");
                    assertThat(header(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
                }
            }
        }
    }

    @Test
    void keepsUsersFromEveryOperationOfAdmins() throws JOSEException {
        var almostAdmins = List.of(
                bearer(signed(claims().claim("scope", null), key)),
                bearer(signed(claims().claim("scope", "Admin administrator admin:read"), key)),
                bearer(signed(claims().claim("scope", null).claim("roles", List.of("admin")), key)),
                bearer(signed(claims().claim("scope", null).claim("authorities", List.of("SCOPE_admin")), key)),
                bearer(signed(claims().claim("scope", "read").claim("scp", "admin"), key)));
        assertThat(operations).anyMatch(Operation::isForAdmins);
        for (var operation : operations) {
            for (var almost : almostAdmins) {
                var answer = send(operation, Map.of(), almost);

                if (operation.isForAdmins()) {
                    answer.refused(403, "forbidden");
                } else {
                    assertThat(answer.code()).as(operation.toString()).isNotEqualTo("forbidden");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING_PAYMENT", "RELEASED", "CONFIRMED", "CANCELLED"})
    void tellsNobodyThatSomebodyElsesResourceIsThere(String state) throws JOSEException {
        var owners = reservedBySomebody(state);
        var strangers = List.of(bearer(signed(claims(), key)), bearer(signed(claims().claim("scope", null), key)));
        var conditions = List.of(
                Map.<String, String>of(),
                Map.of("If-None-Match", "*"),
                Map.of("If-Match", "\"1\""),
                Map.of("Idempotency-Key", "a"),
                Map.of("Accept", "text/csv"));
        var asked = 0;
        for (var operation : operations) {
            if (operation.isForAdmins() || !operation.parameters("path").contains("id")) {
                continue;
            }
            var theirs = owners.get(operation.path().split("/", -1)[3]);
            assertThat(theirs).as("whose is the id of " + operation).isNotNull();
            for (var stranger : strangers) {
                for (var condition : conditions) {
                    var headers = new HashMap<>(stranger);
                    headers.putAll(condition);
                    var answer = send(operation, Map.of("id", theirs), headers);
                    var ofNothing =
                            send(operation, Map.of("id", UUID.randomUUID().toString()), headers);

                    assertThat(answer.status()).as(operation.toString()).isIn(404, 406);
                    assertThat(said(answer)).as(operation.toString()).isEqualTo(said(ofNothing));
                    asked++;
                }
            }
        }
        assertThat(asked).isPositive();
    }

    @Test
    void listsNothingOfAnybodyElse() throws JOSEException {
        var owners = reservedBySomebody("CONFIRMED");
        var stranger = bearer(signed(claims().claim("scope", null), key));
        for (var operation : operations) {
            if (operation.method().equals("GET")
                    && operation.needsBearer()
                    && !operation.isForAdmins()
                    && operation.parameters("path").isEmpty()) {
                var answer = send(operation, Map.of(), stranger).expect(200);

                assertThat(answer.raw().body()).as(operation.toString()).doesNotContain(owners.values());
                assertThat(answer.body().path("items").isEmpty()).isTrue();
            }
        }
    }

    /** Ids of what somebody has, by the collection in which they are. */
    private Map<String, String> reservedBySomebody(String state) {
        var concert = shop.admin().concert(1, 1, 1_000);
        var owner = shop.user();
        var token = owner.admitted(concert);
        var reserved =
                owner.reserve(concert, token, owner.freeSeats(concert, token)).expect(201);
        var reservation = reserved.text("id");
        var payment = Shop.paymentId(reserved);
        if (state.equals("RELEASED")) {
            owner.release(reservation).expect(204);
        } else if (!state.equals("PENDING_PAYMENT")) {
            owner.charge(1_000).expect(201);
            owner.pay(payment).expect(200);
            if (state.equals("CANCELLED")) {
                owner.cancel(reservation).expect(200);
            }
        }
        assertThat(owner.reservation(reservation).text("status")).isEqualTo(state);
        return Map.of("reservations", reservation, "payments", payment);
    }

    /** Tokens that would open everything if one looked less closely. */
    private Map<String, String> notItsOwn() throws JOSEException {
        var own = signed(claims(), key);
        var parts = own.split("\\.", -1);
        var publicKey = key.toRSAPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        var now = Instant.now();
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("garbage", "garbage");
        tokens.put("expired", signed(claims().expirationTime(Date.from(now.minus(Duration.ofHours(1)))), key));
        tokens.put("not yet valid", signed(claims().notBeforeTime(Date.from(now.plus(Duration.ofHours(1)))), key));
        tokens.put("another issuer", signed(claims().issuer("https://elsewhere.example"), key));
        tokens.put("another key", signed(claims(), StrangersKey.KEY));
        tokens.put("alg none", new PlainJWT(claims().build()).serialize());
        tokens.put("alg none with the signature", new PlainJWT(claims().build()).serialize() + parts[2]);
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put(
                "another's claims",
                parts[0] + "." + signed(claims().subject("root"), key).split("\\.", -1)[1] + "." + parts[2]);
        tokens.put("the public key as a secret", hmac(publicKey));
        tokens.put("the public key's PEM as a secret", hmac(pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put("the public modulus as a secret", hmac(key.getModulus().decode()));
        tokens.put("another algorithm of the same key", sign(JWSAlgorithm.PS256, claims(), new RSASSASigner(key)));
        tokens.put("nobody", signed(claims().subject(null), key));
        return tokens;
    }

    private static JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("frontrow-demo")
                .subject("stranger")
                .claim("scope", "admin")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
        return sign(JWSAlgorithm.RS256, claims, new RSASSASigner(key));
    }

    private static String hmac(byte[] secret) throws JOSEException {
        return sign(JWSAlgorithm.HS256, claims(), new MACSigner(secret));
    }

    private static String sign(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private Answer send(Operation operation, Map<String, String> path, Map<String, String> headers) {
        return shop.send(operation.method(), operation.at(path), operation.exampleBody(), headers);
    }

    /** All that a client learns, apart from what it asked for and when. */
    private static List<Object> said(Answer answer) {
        var headers = new HashMap<>(answer.raw().headers().map());
        headers.remove("date");
        var body = new HashMap<String, JsonNode>();
        answer.body().forEachEntry(body::put);
        body.remove("instance");
        return List.of(answer.status(), headers, body);
    }

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }
}
