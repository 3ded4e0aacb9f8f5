package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report finds what is broken: each invariant is broken once, seen, and mended. */
@WholeService
class IntegrityTests {

    private final Shop shop;
    private final JdbcClient jdbc;
    Shop.User buyer;
    String reservationId = "";
    String paymentId = "";

    IntegrityTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.shop = new Shop(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void buyATicket() {
        var concert = shop.admin().concert(1, 1, 1_000);
        buyer = shop.user();
        var token = buyer.admitted(concert);
        var reserved =
                buyer.reserve(concert, token, buyer.freeSeats(concert, token)).expect(201);
        buyer.charge(5_000).expect(201);
        reservationId = reserved.text("id");
        paymentId = Shop.paymentId(reserved);
        buyer.pay(paymentId).expect(200);
        assertThat(violations()).as("before anything is broken").isEmpty();
    }

    @Test
    void findsASoldSeatWithoutAPaidTicket() {
        broken(
                "update reservation.ticket set status = 'VOID' where reservation_id = :reservation",
                "update reservation.ticket set status = 'PAID' where reservation_id = :reservation",
                "sold-seats-are-paid-tickets");
    }

    @Test
    void findsAConfirmedReservationOfAnotherAmountThanItsPayment() {
        broken(
                "update reservation.reservation set amount = 999 where id = :reservation",
                "update reservation.reservation set amount = 1000 where id = :reservation",
                "confirmed-reservations-are-paid");
    }

    @Test
    void findsAPaymentThatTheLedgerDoesNotKnow() {
        broken(
                "update point.ledger_entry set reference = 'ffffffff-ffff-4fff-8fff-ffffffffffff'"
                        + " where reference = :payment",
                "update point.ledger_entry set reference = :payment"
                        + " where reference = 'ffffffff-ffff-4fff-8fff-ffffffffffff'",
                "payments-match-ledger");
    }

    @Test
    void findsABalanceThatIsNotTheSumOfItsLedger() {
        broken(
                "update point.account set balance = balance + 1 where user_id = :user",
                "update point.account set balance = balance - 1 where user_id = :user",
                "balances-match-ledger");
    }

    private void broken(String breaking, String mending, String invariant) {
        run(breaking);
        try {
            assertThat(violations()).containsOnlyKeys(invariant);
        } finally {
            run(mending);
        }
        assertThat(violations()).as("after it is mended").isEmpty();
    }

    private void run(String sql) {
        jdbc.sql(sql)
                .param("reservation", UUID.fromString(reservationId))
                .param("payment", paymentId)
                .param("user", buyer.id)
                .update();
    }

    private Map<String, Long> violations() {
        var report = shop.admin().integrity();
        var names = report.path("invariants").findValuesAsString("name");
        assertThat(names)
                .isEqualTo(List.of(
                        "seat-in-one-live-reservation",
                        "sold-seats-are-paid-tickets",
                        "confirmed-reservations-are-paid",
                        "payments-match-ledger",
                        "balances-match-ledger",
                        "no-negative-balance",
                        "one-live-token-per-user",
                        "no-admission-above-cap",
                        "no-live-reservation-of-a-cancelled-show",
                        "no-user-above-seat-limit",
                        "blocked-seats-are-not-sold"));
        return report.path("invariants").values().stream()
                .filter(invariant -> invariant.path("violations").asLong(0) > 0)
                .collect(Collectors.toMap(
                        invariant -> invariant.path("name").asString(""),
                        invariant -> invariant.path("violations").asLong(0)));
    }
}
