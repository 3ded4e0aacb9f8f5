package dev.frontrow.reservation.adapter.in.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.frontrow.reservation.application.query.SoldTicketView;
import dev.frontrow.reservation.domain.TicketStatus;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tickets as a table for a spreadsheet: RFC 4180, in UTF-8, a row a ticket below a header. What a spreadsheet would take for a
 * formula gets an apostrophe in front.
 *
 * <p>It is written to a temporary file, which {@link #close} deletes, and sent from there once it is complete: nobody gets a part
 * of a table for the whole, no transaction waits for a slow reader, and the memory that it takes is the same for any size.
 */
final class TicketTable implements Closeable {

    private static final String END_OF_ROW = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern TO_BE_QUOTED = Pattern.compile("[^,\"\r\n]*[,\"\r\n].*", Pattern.DOTALL);

    private final Path file;
    private final BufferedWriter writer;

    TicketTable() {
        try {
            file = Files.createTempFile("tickets", ".csv");
            writer = Files.newBufferedWriter(file, UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("a table of tickets can't be begun", failed);
        }
        row(
                "ticketId",
                "reservationId",
                "userId",
                "section",
                "row",
                "number",
                "seatLabel",
                "price",
                "status",
                "complimentary",
                "paidAt");
    }

    void add(SoldTicketView ticket, Instant paidAt) {
        row(
                ticket.ticketId(),
                ticket.reservationId(),
                ticket.userId(),
                ticket.section(),
                ticket.row(),
                ticket.number(),
                ticket.seatLabel(),
                ticket.price(),
                TicketStatus.PAID,
                ticket.complimentary(),
                paidAt);
    }

    /** Ends the table, to which nothing can be added any more; tells its length in bytes. */
    long complete() throws IOException {
        writer.close();
        return Files.size(file);
    }

    void writeTo(OutputStream output) throws IOException {
        Files.copy(file, output);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.deleteIfExists(file);
    }

    private void row(Object... cells) {
        try {
            writer.write(Arrays.stream(cells).map(TicketTable::cell).collect(Collectors.joining(",", "", END_OF_ROW)));
        } catch (IOException failed) {
            throw new UncheckedIOException("a table of tickets can't be written", failed);
        }
    }

    static String cell(Object content) {
        var text = content.toString();
        var harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_BE_QUOTED.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
