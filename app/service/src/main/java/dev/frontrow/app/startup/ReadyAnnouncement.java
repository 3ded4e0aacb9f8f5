package dev.frontrow.app.startup;

import dev.frontrow.app.embeddedpostgres.NoDatabaseNamed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The start-up's last words: where the service is, and what to try first. */
@Component
class ReadyAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(ReadyAnnouncement.class);

    private final Environment environment;
    private final ObjectProvider<JdbcConnectionDetails> database;

    ReadyAnnouncement(Environment environment, ObjectProvider<JdbcConnectionDetails> database) {
        this.environment = environment;
        this.database = database;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            log.info("{}", String.join(System.lineSeparator(), text(port)));
        }
    }

    private List<String> text(String port) {
        var url = "http://" + host() + ":" + port + environment.getProperty("server.servlet.context-path", "");
        var lines = new ArrayList<String>();
        lines.add("Frontrow is ready");
        lines.add("");
        lines.add("  Book         " + url + "/");
        lines.add("  Try the API  " + url + "/swagger-ui.html");
        lines.add("  Documents    " + url + "/docs");
        lines.add("  Concerts     " + url + "/api/v1/concerts");
        if (environment.getProperty("frontrow.demo.enabled", Boolean.class, false)) {
            lines.add("  Log in       curl -s " + url
                    + "/api/v1/demo/login -H 'Content-Type: application/json' -d '{\"userId\":\"alice\"}'");
        }
        lines.add("  Health       " + url + "/actuator/health");
        lines.add("  Data         " + data());
        lines.add("");
        return lines;
    }

    private String host() {
        var address = environment.getProperty("server.address");
        if (!StringUtils.hasText(address) || "0.0.0.0".equals(address) || "127.0.0.1".equals(address)) {
            return "localhost";
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** The directory of the embedded database, or the address of the named one without what may be secret in it. */
    private String data() {
        if (NoDatabaseNamed.in(environment)) {
            var directory = environment.getProperty("frontrow.embedded-postgres.data-directory", ".frontrow/postgres");
            return Path.of(directory).toAbsolutePath().normalize().toString();
        }
        return database.stream()
                .map(details -> details.getJdbcUrl().replaceFirst("\\?.*", ""))
                .findFirst()
                .orElse("the data source of the environment");
    }
}
