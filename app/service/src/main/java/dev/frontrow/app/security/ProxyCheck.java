package dev.frontrow.app.security;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Refuses to start where anybody's headers would be believed, before anything else is started. */
@Configuration(proxyBeanMethods = false)
class ProxyCheck {

    @Bean
    static BeanFactoryPostProcessor headersAreOfTrustedProxies(Environment environment) {
        return _ -> {
            if ("framework".equalsIgnoreCase(environment.getProperty("server.forward-headers-strategy"))) {
                throw new AnybodysHeadersBelieved();
            }
        };
    }
}
