package dev.frontrow.app.integrity;

import dev.frontrow.app.integrity.IntegrityReport.Invariant;
import dev.frontrow.payment.PaymentAudit;
import dev.frontrow.payment.PaymentAudit.SettledPayment;
import dev.frontrow.point.PointAudit;
import dev.frontrow.point.PointAudit.PaymentEntries;
import dev.frontrow.queue.LineAudit;
import dev.frontrow.reservation.ReservationAudit;
import dev.frontrow.reservation.ReservationAudit.ConfirmedReservation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts the violations of every invariant, from one consistent snapshot.
 *
 * <p>No statement crosses a schema: each module is asked through its API, and what spans modules is compared here, streamed
 * in the order of the payments' ids, so the report needs no memory to speak of however much there is.
 */
@Service
class CheckIntegrity {

    private final ReservationAudit reservations;
    private final PaymentAudit payments;
    private final PointAudit points;
    private final LineAudit lines;
    private final JdbcClient jdbc;
    private final ConsistentReading consistently;

    CheckIntegrity(
            ReservationAudit reservations,
            PaymentAudit payments,
            PointAudit points,
            LineAudit lines,
            JdbcClient jdbc,
            ConsistentReading consistently) {
        this.reservations = reservations;
        this.payments = payments;
        this.points = points;
        this.lines = lines;
        this.jdbc = jdbc;
        this.consistently = consistently;
    }

    IntegrityReport check() {
        return consistently.read(() -> IntegrityReport.of(
                jdbc.sql("select transaction_timestamp()")
                        .query((rs, row) ->
                                rs.getObject(1, OffsetDateTime.class).toInstant())
                        .single(),
                List.of(
                        new Invariant(
                                "seat-in-one-live-reservation",
                                "A seat is in at most one live reservation: pending within its time, or confirmed.",
                                reservations.seatsInSeveralLiveReservations()),
                        new Invariant(
                                "sold-seats-are-paid-tickets",
                                "A sold seat has exactly one paid ticket, and a paid ticket's seat is sold.",
                                reservations.soldSeatsThatAreNotPaidTickets()),
                        new Invariant(
                                "confirmed-reservations-are-paid",
                                "A confirmed reservation has exactly one paid payment, of its amount; and the reverse.",
                                confirmedReservationsThatAreNotPaid()),
                        new Invariant(
                                "payments-match-ledger",
                                "A paid payment has exactly one ledger debit of its amount, a refunded one a refund too.",
                                paymentsOffTheLedger()),
                        new Invariant(
                                "balances-match-ledger",
                                "A balance is the sum of its ledger.",
                                points.balancesOffTheirLedger()),
                        new Invariant("no-negative-balance", "No balance is below zero.", points.negativeBalances()),
                        new Invariant(
                                "one-live-token-per-user",
                                "A user has at most one live queue token a concert.",
                                lines.usersWithSeveralLiveTokens()),
                        new Invariant(
                                "no-admission-above-cap",
                                "No admission left more tokens active than the cap in force.",
                                lines.admissionsAboveCap()))));
    }

    private long confirmedReservationsThatAreNotPaid() {
        try (var confirmed = reservations.confirmedReservations();
                var paid = payments.settledPayments()) {
            return new Comparison<ConfirmedReservation, SettledPayment>(
                            reservation -> text(reservation.paymentId()),
                            payment -> text(payment.paymentId().value()),
                            CheckIntegrity::isPaid)
                    .disagreements(confirmed, paid.filter(payment -> !payment.refunded()));
        }
    }

    private static boolean isPaid(@Nullable ConfirmedReservation reservation, @Nullable SettledPayment payment) {
        return reservation != null
                && payment != null
                && reservation.reservationId().equals(payment.reservationId())
                && reservation.amount() == payment.amount();
    }

    private long paymentsOffTheLedger() {
        try (var settled = payments.settledPayments();
                var entries = points.paymentEntries()) {
            return new Comparison<SettledPayment, PaymentEntries>(
                            payment -> text(payment.paymentId().value()),
                            entry -> text(entry.paymentId()),
                            CheckIntegrity::isInLedger)
                    .disagreements(settled, entries);
        }
    }

    private static boolean isInLedger(@Nullable SettledPayment payment, @Nullable PaymentEntries entries) {
        return payment != null
                && entries != null
                && entries.debits() == 1
                && entries.debited() == payment.amount()
                && entries.refunds() == (payment.refunded() ? 1 : 0)
                && entries.refunded() == (payment.refunded() ? payment.amount() : 0);
    }

    /** PostgreSQL orders text and UUIDs alike, Java's UUIDs are ordered as signed numbers: so compare the text. */
    private static String text(UUID id) {
        return id.toString();
    }
}
