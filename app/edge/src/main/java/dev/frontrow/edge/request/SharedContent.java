package dev.frontrow.edge.request;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.frontrow.edge.SharedBytes;
import dev.frontrow.edge.SharedJson;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What is needed to read and write once for many. */
@Configuration(proxyBeanMethods = false)
class SharedContent {

    /** As the web's converter writes, with the identifiers as texts. */
    @Bean
    SharedJson sharedJson(JsonMapper shared) {
        var json = StrictJson.from(shared);
        return view -> SharedBytes.of(json.writeValueAsBytes(view));
    }

    @Bean
    ServerHttpMessageConvertersCustomizer sharedAnswers() {
        return converters -> converters.addCustomConverter(new SharedAnswers());
    }

    /** How time passes for what is shared. */
    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
