package dev.frontrow.payment.adapter.in.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses a parameter that is given several times, where Spring would quietly take the first value. */
@Configuration(proxyBeanMethods = false)
class RepeatedParameters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String[].class, PageLimit.class, values -> {
            throw refusalOf(values);
        });
        registry.addConverter(String[].class, Cursor.class, values -> {
            throw refusalOf(values);
        });
    }

    private static IllegalArgumentException refusalOf(String[] values) {
        return new IllegalArgumentException("given " + values.length + " times");
    }
}
