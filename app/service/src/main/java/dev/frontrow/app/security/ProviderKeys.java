package dev.frontrow.app.security;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Has the decoder of access tokens ask the identity provider by way of what is remembered of its answers. */
@Configuration(proxyBeanMethods = false)
class ProviderKeys {

    private final ProviderAnswers answers = new ProviderAnswers(ProviderAnswers.Pace.USUAL);

    ProviderKeys() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(ProviderAnswers.Pace.USUAL.remembered());
        requests.setReadTimeout(ProviderAnswers.Pace.USUAL.remembered());
        answers.setRequestFactory(requests);
    }

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer askTheProviderSeldom() {
        return decoder -> decoder.restOperations(answers);
    }

    /** Ahead of the time when somebody needs them. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void askAgain() {
        answers.askAgain();
    }
}
