package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who run the service look at. */
@WholeService
class HealthTests {

    private final Shop shop;
    private final HealthContributor database;

    HealthTests(@LocalServerPort int port, @Qualifier("dbHealthContributor") HealthContributor database) {
        this.shop = new Shop(port);
        this.database = database;
    }

    @Test
    void asksTheDatabaseThroughThePoolAlone() {
        shop.get("/actuator/health/database").expect(200);

        assertThat(database).isInstanceOf(DataSourceHealthIndicator.class);
    }

    @Test
    void countsWhatAnOperatorWatches() {
        var concert = shop.admin().concert(1, 1, 1_000);
        shop.user().admitted(concert);

        var metrics = shop.get("/actuator/prometheus").raw().body();

        assertThat(metrics)
                .contains(
                        "http_server_requests_seconds",
                        "hikaricp_connections",
                        "frontrow_queue_waiting",
                        "frontrow_queue_active",
                        "frontrow_queue_admitted",
                        "frontrow_reservation_held",
                        "frontrow_payment_completed",
                        "frontrow_events_incomplete");
    }
}
