package dev.frontrow.queue.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.queue.domain.EndReason;
import dev.frontrow.queue.domain.LineSettings;
import dev.frontrow.queue.domain.LineTerms;
import dev.frontrow.queue.domain.TokenState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads columns of the queue's tables. */
final class QueueRowMapper {

    private static final Map<String, EndReason> REASONS =
            Stream.of(EndReason.values()).collect(toMap(EndReason::name, identity()));

    private QueueRowMapper() {}

    /** From the columns {@code status, expires_at, no_show_at, reason}; a status that only a newer version knows is an end. */
    static TokenState state(ResultSet row) throws SQLException {
        var state = stateOrNull(row);
        return state == null ? new TokenState.Ended(null) : state;
    }

    /**
     * From the same columns.
     *
     * @return null for a status that only a newer version knows; an end for a reason that only it knows has none
     */
    static @Nullable TokenState stateOrNull(ResultSet row) throws SQLException {
        return switch (row.getString("status")) {
            case "WAITING" -> new TokenState.Waiting();
            case "ACTIVE" -> new TokenState.Active(instant(row, "expires_at"), instantOrNull(row, "no_show_at"));
            case "ENDED" -> new TokenState.Ended(reason(row));
            default -> null;
        };
    }

    /** From the column {@code reason}; null for one that only a newer version knows. */
    static @Nullable EndReason reason(ResultSet row) throws SQLException {
        return REASONS.get(row.getString("reason"));
    }

    /** From the columns {@code max_active, admissions_per_second, paused, revision, closes_at, admitted_total}. */
    static LineTerms terms(ResultSet row) throws SQLException {
        return new LineTerms(
                settings(row), row.getLong("revision"), instant(row, "closes_at"), row.getLong("admitted_total"));
    }

    /** From the columns {@code max_active, admissions_per_second, paused}. */
    static LineSettings settings(ResultSet row) throws SQLException {
        return new LineSettings(
                row.getInt("max_active"), row.getInt("admissions_per_second"), row.getBoolean("paused"));
    }

    /** From an array of whole numbers. */
    static long[] numbers(ResultSet row, String column) throws SQLException {
        return Stream.of((Long[]) row.getArray(column).getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** From the column {@code concert_id}. */
    static ConcertId concertId(ResultSet row) throws SQLException {
        return new ConcertId(row.getObject("concert_id", UUID.class));
    }
}
