package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at once, through HTTP. */
@WholeService
class RaceTests {

    private final JdbcClient jdbc;
    private final Shop shop;

    RaceTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.shop = new Shop(port);
        this.jdbc = jdbc;
    }

    @Test
    void sellsOneSeatToOneOf200Buyers() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyers = IntStream.range(0, 200).mapToObj(i -> shop.user()).toList();
        AtOnce.each(buyers, buyer -> buyer.join(concert));
        var tokens = AtOnce.each(buyers, buyer -> buyer.admitted(concert));
        var seat = buyers.getFirst().freeSeats(concert, tokens.getFirst());

        var answers = AtOnce.all(IntStream.range(0, buyers.size())
                .mapToObj(i -> (Callable<Answer>) () -> buyers.get(i).reserve(concert, tokens.get(i), seat))
                .toList());

        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "409 seat-taken", 199L));
    }

    @Test
    void letsAUserWhoJoinsTwentyTimesAtOnceIntoTheLineOnce() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyer = shop.user();

        var answers = AtOnce.times(20, () -> buyer.join(concert));

        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "200", 19L));
        assertThat(answers.stream().map(answer -> answer.text("token")).distinct())
                .hasSize(1);
    }

    @Test
    void claimsAndReleasesOverlappingSetsOfSeatsWithoutADeadlock() {
        var concert = shop.admin().concert(2, 10, 1_000);
        var deadlocksBefore = deadlocks();
        var buyers = IntStream.range(0, 16).mapToObj(i -> shop.user()).toList();
        var seats = buyers.getFirst().freeSeats(concert, buyers.getFirst().admitted(concert));

        var outcomes = AtOnce.each(buyers, buyer -> {
            var token = buyer.admitted(concert);
            var random = new Random(buyer.id.hashCode());
            var answers = new ArrayList<Answer>();
            for (var round = 0; round < 15; round++) {
                var wanted = new ArrayList<>(seats);
                Collections.shuffle(wanted, random);
                var answer = buyer.reserve(concert, token, wanted.subList(0, 4));
                answers.add(answer);
                if (answer.status() == 201) {
                    answers.add(buyer.release(answer.text("id")));
                }
            }
            return answers;
        });

        var counted = outcomes(outcomes.stream().flatMap(List::stream).toList());
        assertThat(counted.keySet()).isSubsetOf("201", "204", "409 seat-taken");
        assertThat(counted).containsKey("201");
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        assertThat(buyers.getFirst().freeSeats(concert, buyers.getFirst().admitted(concert)))
                .as("all are free again")
                .satisfies(free -> await().until(
                                () -> shop.get("/api/v1/schedules/" + concert.scheduleId() + "/availability")
                                                .body()
                                                .path("available")
                                                .asInt(0)
                                        == 20));
    }

    @Test
    void chargesOnceHoweverOftenAPaymentIsPaidAtOnce() {
        var concert = shop.admin().concert(1, 1, 3_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var payment = Shop.paymentId(
                buyer.reserve(concert, token, buyer.freeSeats(concert, token)).expect(201));
        buyer.charge(10_000).expect(201);

        var answers = AtOnce.times(20, () -> buyer.pay(payment));

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 20L));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(buyer.balance()).isEqualTo(7_000);
    }

    @Test
    void spendsNoPointTwiceWhenPaymentsRaceForTheSameOnes() {
        var buyer = shop.user();
        var payments = IntStream.range(0, 6)
                .mapToObj(i -> {
                    var concert = shop.admin().concert(1, 1, 1_000);
                    var token = buyer.admitted(concert);
                    return Shop.paymentId(buyer.reserve(concert, token, buyer.freeSeats(concert, token))
                            .expect(201));
                })
                .toList();
        buyer.charge(3_500).expect(201);

        var answers = AtOnce.each(payments, id -> buyer.pay(id));

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 3L, "402 insufficient-points", 3L));
        assertThat(buyer.balance()).isEqualTo(500);
    }

    @Test
    void eitherPaysOrReleasesOrCancelsButNeverTwoOfThem() {
        var admin = shop.admin();
        for (var round = 0; round < 8; round++) {
            var concert = admin.concert(1, 2, 1_000);
            var buyer = shop.user();
            var token = buyer.admitted(concert);
            var reserved = buyer.reserve(concert, token, buyer.freeSeats(concert, token))
                    .expect(201);
            var id = reserved.text("id");
            buyer.charge(2_000).expect(201);

            var answers = AtOnce.<Answer>all(List.of(
                    () -> buyer.pay(Shop.paymentId(reserved)), () -> buyer.release(id), () -> buyer.cancel(id)));

            var outcome = answers.stream().map(RaceTests::outcome).toList();
            var status = buyer.reservation(id).text("status");
            assertThat(outcome.get(0)).isIn("200", "409 payment-cancelled");
            switch (status) {
                case "CONFIRMED" ->
                    assertThat(outcome)
                            .containsExactly("200", "409 reservation-already-paid", "409 reservation-not-paid");
                case "RELEASED" ->
                    assertThat(outcome).containsExactly("409 payment-cancelled", "204", "409 reservation-not-paid");
                case "CANCELLED" -> assertThat(outcome.get(2)).isEqualTo("200");
                default -> assertThat(status).isEqualTo("one of the three");
            }
            assertThat(buyer.balance()).isEqualTo(status.equals("CONFIRMED") ? 0 : 2_000);
        }
    }

    @Test
    void paysAtTheEdgeOfExpiryEitherWholeOrNotAtAll() {
        var concert = shop.admin().concert(1, 20, 1_000);
        var edge = IntStream.range(0, 20)
                .mapToObj(i -> {
                    var buyer = shop.user();
                    var token = buyer.admitted(concert);
                    buyer.charge(1_000).expect(201);
                    var seats = buyer.freeSeats(concert, token);
                    await().until(() -> !buyer.freeSeats(concert, token).isEmpty());
                    var reserved = buyer.reserve(
                            concert, token, List.of(allSeats(concert).get(i)));
                    assertThat(seats).isNotNull();
                    return Map.entry(buyer, reserved.expect(201));
                })
                .toList();
        for (var i = 0; i < edge.size(); i++) {
            age(edge.get(i).getValue().text("id"), 5 * i);
        }

        var answers = AtOnce.each(edge, each -> each.getKey().pay(Shop.paymentId(each.getValue())));

        for (var i = 0; i < edge.size(); i++) {
            var buyer = edge.get(i).getKey();
            var status = buyer.reservation(edge.get(i).getValue().text("id")).text("status");
            switch (outcome(answers.get(i))) {
                case "200" -> {
                    assertThat(status).isEqualTo("CONFIRMED");
                    assertThat(buyer.balance()).isZero();
                }
                case "409 reservation-expired" -> {
                    assertThat(status).isEqualTo("EXPIRED");
                    assertThat(buyer.balance()).isEqualTo(1_000);
                }
                default -> assertThat(outcome(answers.get(i))).isEqualTo("paid or expired");
            }
        }
        assertThat(outcome(answers.getFirst())).isEqualTo("409 reservation-expired");
        assertThat(shop.admin().integrity().path("ok").asBoolean(false)).isTrue();
    }

    @Test
    void reservesOnceWhenTheSameKeyIsSentTwentyTimesAtOnce() {
        var concert = shop.admin().concert(1, 4, 1_000);
        var buyer = shop.user();
        var token = buyer.admitted(concert);
        var seats = buyer.freeSeats(concert, token);

        var answers = AtOnce.times(20, () -> buyer.reserve(concert, token, seats, "Idempotency-Key", "twins"));

        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 20L));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.raw()
                                .headers()
                                .firstValue("Idempotency-Replayed")
                                .isEmpty()))
                .hasSize(1);
    }

    @Test
    void leavesNothingThatTheIntegrityReportFinds() {
        var report = shop.admin().integrity();

        assertThat(report.path("invariants").size()).isEqualTo(11);
        assertThat(report.path("ok").asBoolean(false)).as(report.toString()).isTrue();
    }

    private List<String> allSeats(Shop.Concert concert) {
        return jdbc.sql("select id from reservation.seat where schedule_id = :id order by id")
                .param("id", UUID.fromString(concert.scheduleId()))
                .query((rs, row) -> Long.toString(rs.getLong("id")))
                .list();
    }

    /** Lets a hold run out that many milliseconds from now, everywhere that its end is written down. */
    private void age(String reservationId, int milliseconds) {
        var end = jdbc.sql("select statement_timestamp() + :ms * interval '1 millisecond'")
                .param("ms", milliseconds)
                .query((rs, row) -> rs.getObject(1, java.time.OffsetDateTime.class))
                .single();
        for (var statement : List.of(
                "update reservation.reservation set hold_expires_at = :end where id = :id",
                "update reservation.seat set hold_expires_at = :end where reservation_id = :id",
                "update payment.payment set payable_until = :end where reservation_id = :id")) {
            jdbc.sql(statement)
                    .param("end", end)
                    .param("id", UUID.fromString(reservationId))
                    .update();
        }
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query((rs, row) -> rs.getLong(1))
                .single();
    }

    private static Map<String, Long> outcomes(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(RaceTests::outcome, Collectors.counting()));
    }

    private static String outcome(Answer answer) {
        return answer.status() < 400 ? Integer.toString(answer.status()) : answer.status() + " " + answer.code();
    }
}
