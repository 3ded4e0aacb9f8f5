package dev.frontrow.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * An answer that many get, and that is not sent to those who have it: their {@code If-None-Match} names it, and they get 304
 * (RFC 9110, 13.1.2). A web operation returns it in the place of what it shows.
 *
 * @param version names the content, and thereby is the weak {@code ETag}: compressed or not, it is the same content
 * @param content asked for only where it is sent
 * @param <T> what it shows, for the description of the operation
 */
public record SharedAnswer<T>(String version, Supplier<SharedBytes> content) {

    /** Of bytes that are named by themselves. */
    public static <T> SharedAnswer<T> of(SharedBytes bytes) {
        return new SharedAnswer<>(bytes.fingerprint(), () -> bytes);
    }

    /** Answers the request. */
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = new ETag(version, true);
        var named = tag.formattedTag();
        if (isKnown(tag, named, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            name(named, response);
            return;
        }
        var bytes = content.get();
        name(named, response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        bytes.write(request, response);
    }

    /** Nearly all who have it send it as they got it, alone; what else may stand there is parsed. */
    private static boolean isKnown(ETag tag, String named, HttpServletRequest request) {
        for (var values = request.getHeaders(HttpHeaders.IF_NONE_MATCH); values.hasMoreElements(); ) {
            var value = values.nextElement();
            if (value.equals(named)
                    || ETag.parse(value).stream().anyMatch(known -> known.isWildcard() || known.compare(tag, false))) {
                return true;
            }
        }
        return false;
    }

    private static void name(String tag, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
}
