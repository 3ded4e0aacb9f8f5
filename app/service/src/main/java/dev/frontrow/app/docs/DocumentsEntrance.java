package dev.frontrow.app.docs;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Leads {@code /docs} to the first page of the documents; the pages themselves are static files. */
@Configuration(proxyBeanMethods = false)
class DocumentsEntrance implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/docs", "/docs/index.html");
        views.addRedirectViewController("/docs/", "/docs/index.html");
    }
}
