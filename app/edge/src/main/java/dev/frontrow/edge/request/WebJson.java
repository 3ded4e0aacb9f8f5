package dev.frontrow.edge.request;

import dev.frontrow.edge.JsonAnswers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one converter of the web's JSON. After Boot's own, which would have the shared mapper read requests. */
@Component
@Order(100)
class WebJson implements ServerHttpMessageConvertersCustomizer, JsonAnswers {

    private final StrictJsonConverter converter;

    WebJson(JsonMapper shared) {
        this.converter = new StrictJsonConverter(shared);
    }

    @Override
    public void customize(ServerBuilder converters) {
        converters.withJsonConverter(converter);
    }

    @Override
    public void write(Object body, HttpServletResponse response) throws IOException {
        var bytes = converter.getMapper().writeValueAsBytes(body);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
