package dev.frontrow.edge.request;

import dev.frontrow.edge.SharedAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes what many get. How much of it is sent depends on the request. */
final class SharedAnswers implements HttpMessageConverter<SharedAnswer<?>> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type.equals(SharedAnswer.class);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public SharedAnswer<?> read(Class<? extends SharedAnswer<?>> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("nobody sends an answer");
    }

    @Override
    public void write(SharedAnswer<?> answer, @Nullable MediaType mediaType, HttpOutputMessage message)
            throws IOException {
        var web = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        answer.write(web.getRequest(), Objects.requireNonNull(web.getResponse()));
    }
}
