package dev.frontrow.concert.adapter.out.persistence;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.RefundTerms;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.application.query.AdminConcertView;
import dev.frontrow.concert.application.query.AdminConcertView.SectionView;
import dev.frontrow.concert.application.query.CancellationView;
import dev.frontrow.concert.application.query.ConcertView;
import dev.frontrow.concert.application.query.RefundTermsView;
import dev.frontrow.concert.application.query.SaleStatus;
import dev.frontrow.concert.application.query.ScheduleView;
import dev.frontrow.edge.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A concert with one of its schedules, as statements that join the two read it.
 *
 * @param sections those of the schedule; none where they were not read
 */
record ConcertRow(ConcertView concert, boolean hidden, Version version, List<SectionView> sections) {

    /** What is read of a concert {@code c} and a schedule {@code s}; {@code :usualSeatsMax} is what holds where c does not say. */
    static final String COLUMNS = """
            c.id, c.title, c.performer, c.venue, c.time_zone, c.hidden, c.version,
            coalesce(c.seats_per_user_max, :usualSeatsMax) as seats_per_user_max, c.refund_closes_before_start,
            c.refund_fee_percent, s.id as schedule_id, s.starts_at, s.moved_from, s.sales_open_at, s.sales_close_at, s.sale_status,
            s.seat_count, s.lowest_price, s.cancelled_because, s.cancelled_at""";

    /** What is read of the schedule's sections, for those who are to see them. */
    static final String SECTIONS = """
            array(select x.name from concert.section x where x.schedule_id = s.id order by x.position) as names,
            array(select x.price from concert.section x where x.schedule_id = s.id order by x.position) as prices,
            array(select x.rows * x.seats_per_row from concert.section x
                   where x.schedule_id = s.id order by x.position) as seats""";

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm");

    /** A row without the sections. */
    static ConcertRow read(ResultSet row) throws SQLException {
        return read(row, List.of());
    }

    /** A row with them. */
    static ConcertRow readWhole(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("names").getArray();
        var prices = (Long[]) row.getArray("prices").getArray();
        var seats = (Integer[]) row.getArray("seats").getArray();
        return read(
                row,
                IntStream.range(0, names.length)
                        .mapToObj(i -> new SectionView(names[i], prices[i], seats[i]))
                        .toList());
    }

    private static ConcertRow read(ResultSet row, List<SectionView> sections) throws SQLException {
        var timeZone = row.getString("time_zone");
        var start = instant(row, "starts_at").atZone(ZoneId.of(timeZone));
        var concert = new ConcertView(
                new ConcertId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("performer"),
                row.getString("venue"),
                timeZone,
                row.getInt("seats_per_user_max"),
                RefundTermsView.of(refundTerms(row)),
                List.of(new ScheduleView(
                        new ScheduleId(row.getObject("schedule_id", UUID.class)),
                        start.toInstant(),
                        start.toLocalDate(),
                        TIME_OF_DAY.format(start),
                        instantOrNull(row, "moved_from"),
                        instant(row, "sales_open_at"),
                        instant(row, "sales_close_at"),
                        SaleStatus.valueOf(row.getString("sale_status")),
                        row.getInt("seat_count"),
                        row.getLong("lowest_price"),
                        cancellation(row))));
        return new ConcertRow(concert, row.getBoolean("hidden"), new Version(row.getLong("version")), sections);
    }

    /** The refund terms in a row. */
    static RefundTerms refundTerms(ResultSet row) throws SQLException {
        return new RefundTerms(
                Duration.ofSeconds(row.getInt("refund_closes_before_start")), row.getInt("refund_fee_percent"));
    }

    private static @Nullable CancellationView cancellation(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "cancelled_at");
        return at == null ? null : new CancellationView(row.getString("cancelled_because"), at);
    }

    /** The concert of these rows, as everybody sees it. */
    static ConcertView concert(List<ConcertRow> rows) {
        var concert = rows.getFirst().concert;
        return new ConcertView(
                concert.id(),
                concert.title(),
                concert.performer(),
                concert.venue(),
                concert.timeZone(),
                concert.seatsPerUserMax(),
                concert.refundTerms(),
                rows.stream().flatMap(row -> row.concert.schedules().stream()).toList());
    }

    /** The concert of these rows, as admins see it. */
    static AdminConcertView adminConcert(List<ConcertRow> rows) {
        return AdminConcertView.of(
                concert(rows),
                rows.getFirst().hidden,
                rows.stream().map(ConcertRow::sections).toList());
    }
}
