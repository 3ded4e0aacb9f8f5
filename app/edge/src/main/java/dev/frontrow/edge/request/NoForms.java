package dev.frontrow.edge.request;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes a request's parameters from its query alone, whoever asks for them. The web server would read the whole body of a form
 * for them, into memory and for as long as the client likes, before anybody knows whether there is something that takes one.
 */
@Component
class NoForms implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }
}
