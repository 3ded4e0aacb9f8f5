package dev.frontrow.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A body that many get, compressed once for all of them. Immutable.
 *
 * <p>The web server leaves alone what says that it is compressed, and compresses nothing for whom this has not compressed:
 * both read {@code Accept-Encoding} by the same parser, for which what has the quality 0 is not accepted.
 */
public final class SharedBytes {

    /** Where the web server begins to compress, too. Less would hardly get shorter. */
    private static final int COMPRESSED_FROM = 1024;

    private static final String GZIP = "gzip";

    /** An object and its place, however short the body is. */
    private static final int BYTES_OF_AN_OBJECT = 200;

    private final byte[] plain;
    private final byte @Nullable [] compressed;

    private SharedBytes(byte[] plain, byte @Nullable [] compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    /** Takes the bytes, which nobody may change any more, and compresses them. */
    public static SharedBytes of(byte[] plain) {
        return new SharedBytes(plain, plain.length < COMPRESSED_FROM ? null : compressed(plain));
    }

    /** How much memory this takes. */
    public int weight() {
        return plain.length + (compressed == null ? 0 : compressed.length) + BYTES_OF_AN_OBJECT;
    }

    /** The same wherever the bytes are the same. */
    public String fingerprint() {
        return Fingerprint.of(plain).text();
    }

    /** Answers with the bytes, compressed where the client takes it. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var bytes = plain;
        if (compressed != null && takesCompressed(request)) {
            bytes = compressed;
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean takesCompressed(HttpServletRequest request) throws IOException {
        for (var values = request.getHeaders(HttpHeaders.ACCEPT_ENCODING); values.hasMoreElements(); ) {
            for (var accepted : AcceptEncoding.parse(new StringReader(values.nextElement()))) {
                if (accepted.getEncoding().equalsIgnoreCase(GZIP)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 8);
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory can always be written to", impossible);
        }
        return bytes.toByteArray();
    }
}
