package dev.frontrow.point.adapter.in.web;

import static dev.frontrow.point.PointScene.someone;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.frontrow.ModuleTest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.Points;
import dev.frontrow.point.PointScene;
import dev.frontrow.point.domain.InsufficientPoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class PointControllerTests {

    private final MockMvcTester mvc;
    private final PointScene scene;
    private final PointProblems problems;

    PointControllerTests(MockMvcTester mvc, PointScene scene, PointProblems problems) {
        this.mvc = mvc;
        this.scene = scene;
        this.problems = problems;
    }

    @Test
    void showsNothingForSomebodyNew() throws Exception {
        var answer = get(someone(), "/api/v1/points");

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        assertThat(body(answer)).isEqualTo("{\"balance\":0}");
        assertThat(body(get(someone(), "/api/v1/points/transactions"))).isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @Test
    void charges() throws Exception {
        var ann = someone();

        var answer = charge(ann, "key-1", "{\"amount\":300}");

        assertThat(answer)
                .hasStatus(HttpStatus.CREATED)
                .hasHeader("Cache-Control", "no-store")
                .doesNotContainHeader("Idempotency-Replayed");
        assertThat(body(answer)).matches("""
                \\{"id":"[-0-9a-f]{36}","amount":300,"balance":300,"createdAt":"[^"]+Z"}""");
        assertThat(body(get(ann, "/api/v1/points"))).isEqualTo("{\"balance\":300}");
    }

    @Test
    void replaysAChargeToTheLetter() throws Exception {
        var ann = someone();
        var first = charge(ann, "key-1", "{\"amount\":300}");
        charge(ann, "key-2", "{\"amount\":20}");

        var again = charge(ann, "key-1", "{ \"amount\" : 300 }");

        assertThat(again).hasStatus(HttpStatus.CREATED).hasHeader("Idempotency-Replayed", "true");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(scene.balance(ann)).isEqualTo(320);
    }

    @Test
    void refusesAKeyOfAnotherAmountBeforeItLooksAtLimits() {
        var ann = someone();
        charge(ann, "key-1", "{\"amount\":300}");

        assertThatProblem(
                charge(ann, "key-1", "{\"amount\":301}"), HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        assertThatProblem(
                charge(ann, "key-1", "{\"amount\":1000001}"),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused");
    }

    @Test
    void refusesAChargeBeyondTheLimit() {
        var answer = charge(someone(), "key-1", "{\"amount\":1000001}");

        assertThatProblem(answer, HttpStatus.UNPROCESSABLE_CONTENT, "charge-limit-exceeded");
        assertThat(answer).bodyJson().extractingPath("$.limit").isEqualTo(1_000_000);
    }

    @Test
    void refusesABalanceBeyondTheLimit() {
        var ann = someone();
        scene.fill(ann);

        var answer = charge(ann, "key-1", "{\"amount\":1}");

        assertThatProblem(answer, HttpStatus.UNPROCESSABLE_CONTENT, "balance-limit-exceeded");
        assertThat(answer).bodyJson().extractingPath("$.limit").isEqualTo(100_000_000);
        assertThat(answer).bodyJson().extractingPath("$.balance").isEqualTo(100_000_000);
    }

    @Test
    void refusesAChargeWithoutAKey() {
        var ann = someone();

        var answer = charging(ann, "{\"amount\":300}").exchange();

        assertThatProblem(answer, HttpStatus.BAD_REQUEST, "idempotency-key-required");
        assertThat(scene.balance(ann)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "caf\u00e9", "a\u007f"})
    void refusesAMalformedKey(String key) {
        assertThatRequestIsInvalid(charge(someone(), key, "{\"amount\":300}"));
    }

    @Test
    void refusesAKeyThatIsTooLongAndTakesTheLongest() {
        assertThatRequestIsInvalid(charge(someone(), "k".repeat(256), "{\"amount\":300}"));
        assertThat(charge(someone(), "k".repeat(255), "{\"amount\":300}")).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void refusesAKeyGivenTwice() {
        var answer = charging(someone(), "{\"amount\":300}")
                .header("Idempotency-Key", "key-1", "key-1")
                .exchange();

        assertThatRequestIsInvalid(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"amount\":null}",
                "{\"amount\":0}",
                "{\"amount\":-1}",
                "{\"amount\":9223372036854775808}",
                "{\"amount\":\"x\"}",
                "{\"amount\":\"100\"}",
                "{\"amount\":1.5}",
                "{\"amount\":1,\"more\":1}",
                "{\"amount\":1,\"amount\":1}",
                "[]",
                "null",
                "",
                "{"
            })
    void refusesAnAmountThatCannotBe(String body) {
        assertThatRequestIsInvalid(charge(someone(), "key-1", body));
    }

    @Test
    void chargesNothingWhereTheAnswerCouldNotBeRead() {
        var ann = someone();

        var answer = charging(ann, "{\"amount\":300}")
                .header("Idempotency-Key", "key-1")
                .accept(MediaType.TEXT_HTML)
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.NOT_ACCEPTABLE);
        assertThat(scene.balance(ann)).isZero();
    }

    @Test
    void readsNothingButJson() {
        var answer = mvc.post()
                .uri("/api/v1/points/charges")
                .principal(() -> "ann")
                .header("Idempotency-Key", "key-1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("amount=300")
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void listsWhatChangedTheBalanceNewestFirstPageByPage() throws Exception {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.charge(ann, 300);
        scene.pay(payment, ann, 160);
        scene.refund(payment, ann, 160);
        scene.charge(ann, 1);
        scene.charge(ann, 2);
        scene.charge(someone(), 5);

        var balances = new ArrayList<Integer>();
        String cursor = null;
        int pages = 0;
        do {
            var answer = get(ann, "/api/v1/points/transactions?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
            balances.addAll(JsonPath.<List<Integer>>read(body(answer), "$.items[*].balanceAfter"));
            cursor = nextCursor(body(answer));
            pages++;
        } while (cursor != null);

        assertThat(balances).containsExactly(303, 301, 300, 140, 300);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void showsATransactionWithWhatItIsAbout() throws Exception {
        var ann = someone();
        var payment = PaymentId.generate();
        scene.charge(ann, 300);
        scene.pay(payment, ann, 160);

        assertThat(body(get(ann, "/api/v1/points/transactions?limit=1"))).matches("""
                \\{"items":\\[\\{"id":"[-0-9a-f]{36}","type":"PAYMENT","amount":-160,"balanceAfter":140,\
                "reference":"%s","createdAt":"[^"]+Z"}],"nextCursor":"[^"]+"}""".formatted(payment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=",
                "limit=1&limit=2",
                "limit=01",
                "cursor=",
                "cursor=x",
                "cursor=MA"
            })
    void refusesAPageThatCannotBe(String query) {
        var uri = URI.create("/api/v1/points/transactions?" + query);

        assertThatRequestIsInvalid(mvc.get().uri(uri).principal(() -> "ann").exchange());
    }

    @Test
    void tellsAPayerWhatIsMissing() {
        var answer = problems.answer(new InsufficientPoints(new Points(300), new Points(140)));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.PAYMENT_REQUIRED);
        assertThat(answer.getBody())
                .isNotNull()
                .satisfies(problem -> assertThat(problem.getProperties())
                        .containsEntry("code", "insufficient-points")
                        .containsEntry("required", 300L)
                        .containsEntry("balance", 140L));
    }

    private static @Nullable String nextCursor(String body) {
        return JsonPath.read(body, "$.nextCursor");
    }

    private static String body(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString();
    }

    private MvcTestResult charge(UserId user, String key, String body) {
        return charging(user, body).header("Idempotency-Key", key).exchange();
    }

    /** A charge without a key. */
    private MockMvcRequestBuilder charging(UserId user, String body) {
        return mvc.post()
                .uri("/api/v1/points/charges")
                .principal(user::value)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MvcTestResult get(UserId user, String uri) {
        return mvc.get().uri(uri).principal(user::value).exchange();
    }

    private static void assertThatRequestIsInvalid(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyText().doesNotContain("idempotency-key-required");
    }

    private static void assertThatProblem(MvcTestResult answer, HttpStatus status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + code);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.instance")
                .isEqualTo(answer.getRequest().getRequestURI());
    }
}
