package dev.frontrow.edge.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.FastByteArrayOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON in UTF-8 alone, strictly, and writes it as the shared mapper does, in one piece. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    StrictJsonConverter(JsonMapper shared) {
        super(StrictJson.from(shared));
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        var charset = mediaType == null ? null : mediaType.getCharset();
        return (charset == null || charset.equals(StandardCharsets.UTF_8)) && super.canRead(type, mediaType);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        return super.read(type, checked(message), hints);
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        return super.readInternal(type, checked(message));
    }

    /** With its length: the container compresses whatever it does not know to be short, and sends it in chunks. */
    @Override
    protected void writeInternal(
            Object body, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var whole = new WholeMessage(message.getHeaders(), new FastByteArrayOutputStream());
        super.writeInternal(body, type, whole, hints);
        message.getHeaders().setContentLength(whole.body().size());
        whole.body().writeTo(message.getBody());
    }

    /** The parser would find out about UTF-16 and UTF-32 by itself, and take them. */
    private static HttpInputMessage checked(HttpInputMessage message) throws IOException {
        byte[] body;
        try (var stream = message.getBody()) {
            body = stream.readAllBytes();
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            refuseNul(body);
        } catch (CharacterCodingException notUtf8) {
            throw new HttpMessageNotReadableException("the body is not UTF-8", notUtf8, message);
        }
        return new CheckedMessage(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private static void refuseNul(byte[] body) throws MalformedInputException {
        for (byte octet : body) {
            if (octet == 0) {
                throw new MalformedInputException(1);
            }
        }
    }

    private record WholeMessage(HttpHeaders headers, FastByteArrayOutputStream body) implements HttpOutputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public OutputStream getBody() {
            return body;
        }
    }

    private record CheckedMessage(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
