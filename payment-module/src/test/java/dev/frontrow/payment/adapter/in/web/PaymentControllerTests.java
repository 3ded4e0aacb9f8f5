package dev.frontrow.payment.adapter.in.web;

import static dev.frontrow.payment.OtherModules.BALANCE;
import static dev.frontrow.payment.PaymentScene.someone;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.frontrow.ModuleTest;
import dev.frontrow.edge.UserId;
import dev.frontrow.payment.OtherModules;
import dev.frontrow.payment.OtherModules.Step;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.payment.PaymentScene;
import dev.frontrow.payment.Points;
import dev.frontrow.payment.ReservationPayments;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class PaymentControllerTests {

    private final MockMvcTester mvc;
    private final PaymentScene scene;
    private final OtherModules others;
    private final ReservationPayments payments;

    PaymentControllerTests(MockMvcTester mvc, PaymentScene scene, OtherModules others, ReservationPayments payments) {
        this.mvc = mvc;
        this.scene = scene;
        this.others = others;
        this.payments = payments;
    }

    @Test
    void answersAReceiptWithTheBalance() throws Exception {
        var ann = someone();
        var id = scene.open(ann, 160_000);

        var answer = pay(ann, id.toString());

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(answer.getResponse().getContentAsString()).matches("""
                        \\{"id":"%s","reservationId":"[-0-9a-f]{36}","status":"PAID","amount":160000,\
                        "createdAt":"[^"]+Z","paidAt":"[^"]+Z","balance":%d}""".formatted(id, BALANCE.amount() - 160_000));
    }

    @Test
    void answersTheSameReceiptAgain() throws Exception {
        var ann = someone();
        var id = scene.open(ann, 10);
        var first = pay(ann, id.toString()).getResponse().getContentAsString();

        var again = pay(ann, id.toString());

        assertThat(again).hasStatusOk().bodyText().isEqualTo(first);
    }

    @Test
    void ignoresABody() {
        var ann = someone();
        var id = scene.open(ann, 10);

        var answer = mvc.post()
                .uri("/api/v1/payments/{id}/pay", id)
                .principal(ann::value)
                .contentType(MediaType.TEXT_PLAIN)
                .content("whatever")
                .exchange();

        assertThat(answer).hasStatusOk();
    }

    @Test
    void paysNothingWhereTheAnswerCouldNotBeRead() {
        var ann = someone();
        var id = scene.open(ann, 10);

        var answer = mvc.post()
                .uri("/api/v1/payments/{id}/pay", id)
                .principal(ann::value)
                .accept(MediaType.TEXT_HTML)
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.NOT_ACCEPTABLE);
        assertThat(scene.status(id)).isEqualTo("PENDING");
    }

    @Test
    void answersNoSuccessWhereAStepIsMissing() {
        var ann = someone();
        var id = scene.open(ann, 10);
        others.leaveOut(Step.TICKETS, id);

        assertThatProblem(pay(ann, id.toString()), HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
        assertThat(scene.status(id)).isEqualTo("PENDING");
    }

    @Test
    void refusesAnExpiredPayment() {
        var ann = someone();
        var id = scene.open(ann, 10);
        scene.letTimeRunOut(id);

        assertThatProblem(pay(ann, id.toString()), HttpStatus.CONFLICT, "reservation-expired");
    }

    @Test
    void refusesAPaymentThatExpiredAndWasTidiedUp() {
        var ann = someone();
        var id = scene.open(ann, 10);
        scene.letTimeRunOut(id);
        scene.inTransaction(() -> payments.expire(List.of(id)));

        assertThatProblem(pay(ann, id.toString()), HttpStatus.CONFLICT, "reservation-expired");
    }

    @Test
    void refusesACancelledPayment() {
        var ann = someone();
        var id = scene.open(ann, 10);
        scene.inTransaction(() -> payments.cancel(id));

        assertThatProblem(pay(ann, id.toString()), HttpStatus.CONFLICT, "payment-cancelled");
    }

    @Test
    void refusesARefundedPayment() {
        var ann = someone();
        var id = scene.open(ann, 10);
        pay(ann, id.toString());
        scene.inTransaction(() -> payments.refund(id, Points.NONE));

        assertThatProblem(pay(ann, id.toString()), HttpStatus.CONFLICT, "payment-cancelled");
    }

    @Test
    void doesNotFindWhatIsSomebodyElses() {
        var id = scene.open(someone(), 10).toString();

        assertThatProblem(pay(someone(), id), HttpStatus.NOT_FOUND, "payment-not-found");
        assertThatProblem(get(someone(), "/api/v1/payments/" + id), HttpStatus.NOT_FOUND, "payment-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-an-id", "3F0A4C1E-6F0E-4C67-9A53-0B6F1F9D2A11", "0-0-0-0-0", "%00", "%E2%82%AC"})
    void doesNotFindWhatCannotBeAnId(String id) {
        var uri = URI.create("/api/v1/payments/" + id);

        assertThatProblem(
                mvc.get().uri(uri).principal(() -> "ann").exchange(), HttpStatus.NOT_FOUND, "payment-not-found");
    }

    @Test
    void showsAPaymentInEachOfItsStates() throws Exception {
        var ann = someone();
        var id = scene.open(ann, 10);
        var other = scene.open(ann, 10);

        assertThat(show(ann, id)).startsWith("PENDING null");
        pay(ann, id.toString());
        assertThat(show(ann, id)).startsWith("PAID 2");
        scene.inTransaction(() -> payments.refund(id, Points.NONE));
        assertThat(show(ann, id)).startsWith("REFUNDED 2");
        scene.letTimeRunOut(other);
        assertThat(show(ann, other)).isEqualTo("CANCELLED null");
        scene.inTransaction(() -> payments.expire(List.of(other)));
        assertThat(show(ann, other)).isEqualTo("CANCELLED null");
    }

    @Test
    void showsNoBalanceButToThePayer() throws Exception {
        var ann = someone();
        var id = scene.open(ann, 10);
        pay(ann, id.toString());

        var answer = get(ann, "/api/v1/payments/" + id);

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("balance");
        assertThat(get(ann, "/api/v1/payments").getResponse().getContentAsString())
                .doesNotContain("balance");
    }

    @Test
    void listsNewestFirstPageByPage() throws Exception {
        var ann = someone();
        var opened = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            opened.addFirst(scene.open(ann, 10).toString());
            scene.open(someone(), 10);
        }
        var listed = new ArrayList<String>();
        String cursor = null;
        int pages = 0;
        do {
            var answer = get(ann, "/api/v1/payments?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "private, no-cache");
            var body = answer.getResponse().getContentAsString();
            listed.addAll(JsonPath.<List<String>>read(body, "$.items[*].id"));
            cursor = nextCursor(body);
            pages++;
        } while (cursor != null);

        assertThat(listed).isEqualTo(opened);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void listsNothingForSomebodyNew() throws Exception {
        assertThat(get(someone(), "/api/v1/payments").getResponse().getContentAsString())
                .isEqualTo("{\"items\":[],\"nextCursor\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=",
                "limit=1&limit=2",
                "limit=01",
                "limit=+1",
                "limit=1.0",
                "limit=x",
                "cursor=",
                "cursor=%25%25",
                "cursor=MA",
                "cursor=LTE",
                "cursor=eA",
                "cursor=MQ&cursor=MQ",
                "cursor=MQ%3D%3D"
            })
    void refusesAPageThatCannotBe(String query) {
        var answer = mvc.get()
                .uri(URI.create("/api/v1/payments?" + query))
                .principal(() -> "ann")
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private static @Nullable String nextCursor(String body) {
        return JsonPath.read(body, "$.nextCursor");
    }

    private String show(UserId user, PaymentId id) throws Exception {
        var body = get(user, "/api/v1/payments/" + id).getResponse().getContentAsString();
        return JsonPath.read(body, "$.status") + " " + JsonPath.read(body, "$.paidAt");
    }

    private MvcTestResult pay(UserId user, String id) {
        return mvc.post()
                .uri("/api/v1/payments/{id}/pay", id)
                .principal(user::value)
                .exchange();
    }

    private MvcTestResult get(UserId user, String uri) {
        return mvc.get().uri(uri).principal(user::value).exchange();
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
