package dev.frontrow.edge.request;

import dev.frontrow.edge.Access;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Completes the {@code Location} of what an operation has made, which names a path of the API, to one that the client can follow. */
@RestControllerAdvice
class LocationCompletion implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var location = response.getHeaders().getLocation();
        if (location != null
                && location.toString().startsWith(Access.API)
                && request instanceof ServletServerHttpRequest servlet) {
            response.getHeaders()
                    .setLocation(URI.create(servlet.getServletRequest().getContextPath() + location));
        }
        return body;
    }
}
