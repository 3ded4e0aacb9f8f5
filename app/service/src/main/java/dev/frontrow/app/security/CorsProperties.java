package dev.frontrow.app.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages may call the API from a browser.
 *
 * @param allowedOrigins such as {@code https://tickets.example}; none by default, so only pages of this service itself
 */
@ConfigurationProperties("frontrow.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {}
