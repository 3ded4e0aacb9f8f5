package dev.frontrow.app.benchmark;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * A yardstick: the service's web server with the service's settings, in a process of its own, that answers with bytes which
 * never change before any filter or servlet is asked. Nothing that answers through this server can be faster.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
class ConstantAnswers {

    private static final String PATH = "/constant/";

    static String path(int bytes) {
        return PATH + bytes;
    }

    public static void main(String... arguments) {
        SpringApplication.run(ConstantAnswers.class, arguments);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersBeforeAnyFilter() {
        return factory -> factory.addEngineValves(new Constant());
    }

    private static final class Constant extends ValveBase {

        private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

        Constant() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var answer = answers.computeIfAbsent(request.getRequestURI(), Constant::zeros);
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }

        private static byte[] zeros(String path) {
            var answer = new byte[Integer.parseInt(path.substring(PATH.length()))];
            Arrays.fill(answer, (byte) '0');
            return answer;
        }
    }
}
