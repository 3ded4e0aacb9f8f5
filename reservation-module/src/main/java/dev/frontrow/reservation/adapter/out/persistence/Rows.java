package dev.frontrow.reservation.adapter.out.persistence;

import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads what several tables' rows have in common. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The ticket of a row that joins a reservation with one. */
    static Ticket ticket(ResultSet rs) throws SQLException {
        return new Ticket(
                rs.getObject("ticket_id", UUID.class),
                new SeatId(rs.getLong("seat_id")),
                rs.getString("seat_label"),
                rs.getLong("price"));
    }
}
